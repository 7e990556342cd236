import { DomainError } from "@contentflow/domain/errors";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { App } from "../app.ts";
import { findApiKey } from "../auth/find-api-key.ts";
import { RATES } from "../rates/rates.ts";
import { takeTurns } from "../rates/take-turns.ts";
import { MAX_BODY_BYTES, readEvents } from "./events-body.ts";
import { receiveEvents } from "./receive-events.ts";

const FORMATS = { "application/json": "json", "application/x-ndjson": "ndjson" } as const;

/**
 * `POST /v1/events`: clicks, views and conversions from ContentFlow's own server, as `{"events": [...]}` or NDJSON, also
 * gzipped, up to 1,000 events or 1 MB. 200 tells what became of each; 401 without a valid key, 413 for too much,
 * 400 for what cannot be read, 429 for too many requests of one key, 503 with Retry-After while the database is down: then all of it can be sent again.
 */
export function registerEvents(http: FastifyInstance, app: App): void {
  // Content types are set up in a scope of their own: elsewhere a body is nothing but JSON.
  http.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    for (const [type, format] of Object.entries(FORMATS)) {
      scope.addContentTypeParser<Buffer>(
        type,
        { parseAs: "buffer" },
        async (request: FastifyRequest, body: Buffer) =>
          readEvents(body, format, request.headers["content-encoding"]),
      );
    }
    scope.route<{ Body: readonly unknown[] | undefined }>({
      method: "POST",
      url: "/v1/events",
      bodyLimit: MAX_BODY_BYTES,
      // Before the body is read: whoever has no key cannot make us work.
      onRequest: async (request) => assertApiKey(app, request.headers.authorization),
      handler: async (request, reply) => {
        if (!request.body) throw new DomainError("BAD_USER_INPUT", { field: "body", reason: "is missing" });
        void reply.header("cache-control", "no-store");
        return receiveEvents(app, request.body);
      },
    });
    done();
  });
}

async function assertApiKey(app: App, authorization: string | undefined): Promise<void> {
  const [, key] = /^Bearer +(\S+)$/i.exec(authorization ?? "") ?? [];
  const known = key === undefined ? null : await findApiKey(app, key);
  if (!known) throw new DomainError("UNAUTHENTICATED");
  await takeTurns(app, [{ rate: RATES.eventRequests, of: known.id }]);
}
