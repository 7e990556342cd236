import type { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../app.ts";
import { findViewer } from "../auth/find-viewer.ts";
import { assertOwnOrigin } from "../auth/own-origin.ts";
import { clearedSessionCookie, sessionCookie } from "../auth/session-cookie.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Context } from "../context.ts";
import { toDomainError } from "../errors.ts";
import { withRequestId } from "../http/request-id.ts";

/** POST /graphql, and GET for queries. Answers are private: nothing may keep them. */
export function registerGraphql(http: FastifyInstance, app: App, apollo: ApolloServer<Context>): void {
  const answer = fastifyApolloHandler(apollo, {
    context: async (request, reply) => createContext(app, request, reply),
  });
  http.route({
    method: ["GET", "POST"],
    url: "/graphql",
    preHandler: async (request, reply) => {
      void reply.header("cache-control", "no-store");
      try {
        assertOwnOrigin(app, request.method, request.headers);
      } catch (error) {
        const { message, code, details } = toDomainError(error, request.id, app.log);
        // In GraphQL's own shape, which is what clients of this address know how to read.
        return reply.code(403).send({ errors: [{ message, extensions: { code, details } }] });
      }
    },
    handler(request, reply) {
      return withRequestId(request.id, () => answer.call(http, request, reply));
    },
  });
}

function createContext(app: App, request: FastifyRequest, reply: FastifyReply): Context {
  let asked: Promise<Viewer | null> | undefined;
  return {
    app,
    em: app.database.orm.em.fork(),
    viewer() {
      const viewer = asked ?? findViewer(app, request.headers.cookie);
      asked = viewer;
      return viewer;
    },
    client: {
      ip: request.ip,
      userAgent: request.headers["user-agent"],
      requestId: request.id,
      cookie: request.headers.cookie,
      setSession: (token, maxAgeSeconds) =>
        void reply.header(
          "set-cookie",
          token === null ? clearedSessionCookie(app) : sessionCookie(app, token, maxAgeSeconds),
        ),
    },
  };
}
