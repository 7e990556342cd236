import type { FastifyInstance } from "fastify";
import type { App } from "../app.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Which answers of the route get a line; all, unless it says so. Metrics count the others. */
    readonly logged?: "failures";
  }
}

const FAILURE = 400;

/** One line per request with the route's pattern: real paths, queries and addresses can identify people. */
export function registerAccessLog(http: FastifyInstance, app: App): void {
  http.addHook("onRequest", (request, reply, done) => {
    void reply.header("x-request-id", request.id);
    done();
  });
  http.addHook("onResponse", (request, reply, done) => {
    const { config, url = "none" } = request.routeOptions;
    if (config.logged === "failures" && reply.statusCode < FAILURE) {
      done();
      return;
    }
    app.log.info(
      {
        requestId: request.id,
        method: request.method,
        route: url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      "request",
    );
    done();
  });
}
