import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../app.ts";

/** One line per request with the route's pattern: real paths, queries and addresses can identify people. */
export function registerAccessLog(http: FastifyInstance, app: App): void {
  http.addHook("onRequest", (request, reply, done) => {
    void reply.header("x-request-id", request.id);
    done();
  });
  http.addHook("onResponse", (request, reply, done) => {
    logAnswer(app, request, reply, { ms: Math.round(reply.elapsedTime) });
    done();
  });
}

export function logAnswer(
  app: Pick<App, "log">,
  request: FastifyRequest,
  reply: FastifyReply,
  more: Readonly<Record<string, number>> = {},
): void {
  const line = {
    requestId: request.id,
    method: request.method,
    route: request.routeOptions.url ?? "none",
    status: reply.statusCode,
    ...more,
  };
  app.log.info(line, "request");
}
