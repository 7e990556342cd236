import type { FastifyInstance } from "fastify";
import type { App } from "../app.ts";

/** One line per request with the route's pattern: real paths, queries and addresses can identify people. */
export function registerAccessLog(http: FastifyInstance, app: App): void {
  http.addHook("onRequest", (request, reply, done) => {
    void reply.header("x-request-id", request.id);
    done();
  });
  http.addHook("onResponse", (request, reply, done) => {
    app.log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? "none",
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      "request",
    );
    done();
  });
}
