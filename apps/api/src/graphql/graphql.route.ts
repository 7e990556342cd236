import type { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { App } from "../app.ts";
import { assertOwnOrigin } from "../auth/own-origin.ts";
import type { Context } from "../context.ts";
import { httpStatusOf, toDomainError } from "../errors.ts";
import { withRequestId } from "../http/request-id.ts";
import { createAdmissionGate } from "../rates/admission-gate.ts";
import { admitRequest } from "./admit-request.ts";
import { RequestContext } from "./request-context.ts";

/** Enough to share statements well. With more connections than that, as many as they are. */
const AT_ONCE = 64;
/** More than this is an attack or an outage elsewhere; memory is worth more than their place in line. */
const MAX_WAITING = 5_000;

/** POST /graphql, and GET for queries. Answers are private: nothing may keep them. */
export function registerGraphql(
  http: FastifyInstance,
  app: App,
  schema: GraphQLSchema,
  apollo: ApolloServer<Context>,
): void {
  const answer = fastifyApolloHandler(apollo, {
    context: async (request, reply) => new RequestContext(app, request, reply),
  });
  const { size, waitMs } = app.config.databasePool;
  const gate = createAdmissionGate({
    limit: Math.max(AT_ONCE, size),
    stallMs: waitMs,
    maxWaiting: MAX_WAITING,
  });
  http.route({
    method: ["GET", "POST"],
    url: "/graphql",
    preHandler: async (request, reply) => {
      void reply.header("cache-control", "no-store");
      try {
        assertOwnOrigin(app, request.method, request.headers);
        admitRequest(schema, request, app.config.sandbox);
      } catch (error) {
        return refuse(app, request, reply, error);
      }
    },
    async handler(request, reply) {
      try {
        // What is read now shows every click that was answered before.
        await app.clicks.settled();
        await gate.enter();
        try {
          return await withRequestId(request.id, () => answer.call(http, request, reply));
        } finally {
          gate.leave(reply.statusCode !== 503);
        }
      } catch (error) {
        return refuse(app, request, reply, error);
      }
    },
  });
}

/** In GraphQL's own shape, which is what clients of this address know how to read. */
function refuse(app: App, request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const refusal = toDomainError(error, request.id, app.log);
  const { message, code, details } = refusal;
  app.metrics.graphqlErrors.inc({ code });
  if (code === "SERVICE_UNAVAILABLE") void reply.header("retry-after", "2");
  return reply.code(httpStatusOf(refusal)).send({ errors: [{ message, extensions: { code, details } }] });
}
