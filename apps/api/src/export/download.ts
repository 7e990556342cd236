import { Readable } from "node:stream";
import { dayOf } from "@contentflow/domain/day";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { App } from "../app.ts";
import { assertAudience } from "../auth/audience.ts";
import { findViewer } from "../auth/find-viewer.ts";
import { assertOwnOrigin } from "../auth/own-origin.ts";
import type { Viewer } from "../auth/viewer.ts";
import { RATES } from "../rates/rates.ts";
import { takeTurns } from "../rates/take-turns.ts";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
} as const;

/** What is nearly done is finished when the server stops; whoever reads slowly does not keep it from stopping. */
const GRACE_MS = 3_000;

export interface Download {
  readonly url: string;
  /** Who may have it; everybody else is refused before anything is read. */
  readonly audience: "partner" | "admin";
  /** Of the file; the day is added. */
  readonly name: string;
  readonly type: keyof typeof TYPES;
  /** The file in pieces, made as they are sent. Throws what is wrong with the query with the first piece. */
  readonly content: (viewer: Viewer, query: Readonly<Record<string, unknown>>) => AsyncGenerator<string>;
}

/**
 * `GET` of a file for one person, with their session cookie: sent while it is read, kept by nobody on the way.
 * 401 without a session, 403 for others and from other sites, 400 for a query that makes no sense, 429 for too many.
 */
export function registerDownload(http: FastifyInstance, app: App, download: Download): void {
  const underWay = new Set<Readable>();
  http.addHook("preClose", (done) => {
    setTimeout(() => {
      for (const file of underWay) file.destroy();
    }, GRACE_MS).unref();
    done();
  });
  http.route({
    method: "GET",
    url: download.url,
    exposeHeadRoute: false,
    async handler(request, reply) {
      const file = await open(app, request, download);
      underWay.add(file);
      file.once("close", () => underWay.delete(file));
      return reply
        .type(TYPES[download.type])
        .header("content-disposition", `attachment; filename="${fileName(app, download)}"`)
        .header("cache-control", "no-store")
        .send(file);
    },
  });
}

async function open(app: App, request: FastifyRequest, { audience, content }: Download): Promise<Readable> {
  assertOwnOrigin(app, request.method, request.headers);
  const viewer = assertAudience(audience, await findViewer(app, request.headers.cookie));
  await app.clicks.settled();
  await takeTurns(app, [{ rate: RATES.exports, of: viewer.id }]);
  const pieces = content(viewer, request.query as Record<string, unknown>);
  // Before the first header is sent: what fails at once is refused like anything else.
  const first = await pieces.next();
  return Readable.from(first.done ? [] : following(first.value, pieces));
}

async function* following(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

function fileName(app: Pick<App, "now">, { name, type }: Download): string {
  return `contentflow-${name}-${dayOf(app.now())}.${type}`;
}
