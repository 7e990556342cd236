import { DomainError } from "@contentflow/domain/errors";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { App } from "../app.ts";
import { findApiKey } from "../auth/find-api-key.ts";
import { createAdmissionGate } from "../rates/admission-gate.ts";
import { RATES } from "../rates/rates.ts";
import { takeTurns } from "../rates/take-turns.ts";
import { MAX_BODY_BYTES, readEvents } from "./events-body.ts";
import { receiveEvents } from "./receive-events.ts";
import { recordEvents } from "./record-events.ts";
import { inLanes, type RecordBatch } from "./record-in-lanes.ts";
import { shareBatches } from "./share-batches.ts";

const FORMATS = { "application/json": "json", "application/x-ndjson": "ndjson" } as const;

/** Also small ones are to fill what is recorded together; the largest are limited by their events. */
const AT_ONCE = 32;
/** Each needs a connection, which many senders at once would leave none of for anybody else. */
const KEYS_AT_ONCE = 2;
/** What can be written in a few seconds. Who comes later is told to come again: servers can, visitors cannot. */
const MOST_EVENTS_WAITING = 32_000;
const MOST_WAITING = 1_000;
const STALL_MS = 4_000;

/**
 * `POST /v1/events`: clicks, views and conversions from ContentFlow's own server, as `{"events": [...]}` or NDJSON, also
 * gzipped, up to 1,000 events or 1 MB. 200 tells what became of each; 401 without a valid key, 413 for too much,
 * 400 for what cannot be read, 429 for too many requests of one key, 503 with Retry-After while the database is down or
 * more comes in than it can take: then all of it can be sent again.
 */
export function registerEvents(http: FastifyInstance, app: App): void {
  const gate = createAdmissionGate({ limit: AT_ONCE, stallMs: STALL_MS, maxWaiting: MOST_WAITING });
  const keys = createAdmissionGate({
    limit: KEYS_AT_ONCE,
    // As for a connection: waiting behind look-ups that hang, only to hang as well, would take too long.
    stallMs: app.config.databasePool.waitMs,
    maxWaiting: MOST_WAITING,
  });
  const record = shareBatches(
    afterVisitors(
      app,
      inLanes((events) => recordEvents(app, events)),
    ),
  );
  let waiting = 0;
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
      // Before the body is read: what will be refused must not make us work.
      onRequest: async (request) => {
        assertRoom(waiting + 1);
        await keys.pass(() => assertApiKey(app, request.headers.authorization));
      },
      handler: async (request, reply) => {
        void reply.header("cache-control", "no-store");
        const sent = request.body;
        if (!sent) throw new DomainError("BAD_USER_INPUT", { field: "body", reason: "is missing" });
        waiting += sent.length;
        try {
          assertRoom(waiting);
          return await gate.pass(() => receiveEvents(app, sent, record));
        } finally {
          waiting -= sent.length;
        }
      },
    });
    done();
  });
}

/** With too many clicks to be booked, visitors wait to be redirected. Servers can wait, or come again. */
function afterVisitors({ clicks }: Pick<App, "clicks">, record: RecordBatch): RecordBatch {
  return async (events) => {
    if (clicks.behind()) await clicks.settled();
    return record(events);
  };
}

function assertRoom(waiting: number): void {
  if (waiting > MOST_EVENTS_WAITING) throw new DomainError("SERVICE_UNAVAILABLE", { retryAfterSeconds: 2 });
}

async function assertApiKey(app: App, authorization: string | undefined): Promise<void> {
  const [, key] = /^Bearer +(\S+)$/i.exec(authorization ?? "") ?? [];
  const known = key === undefined ? null : await findApiKey(app, key);
  if (!known) throw new DomainError("UNAUTHENTICATED");
  await takeTurns(app, [{ rate: RATES.eventRequests, of: known.id }]);
}
