import { randomBytes } from "node:crypto";
import fastify from "fastify";
import pg from "pg";
import { visitorHash } from "../../apps/api/src/clicks/visitor-hash.ts";
import { trustProxies } from "../../apps/api/src/http/trust-proxies.ts";

export interface RivalClick {
  readonly partnerId: string;
  readonly linkId: string;
  readonly visitor: string;
  readonly userAgent: string;
}

interface LinkRow {
  readonly id: string;
  readonly code: string;
  readonly partner_id: string;
  readonly destination: string;
}

/** A pool of 10 on ContentFlow's database, after `arrange` was run in it. */
export async function rivalPool(arrange: string): Promise<pg.Pool> {
  const pool = new pg.Pool({ ...JSON.parse(process.env["CONNECTION"] ?? "{}"), ssl: false, max: 10 });
  pool.on("error", () => {});
  await pool.query(arrange);
  return pool;
}

/**
 * `/r/:code` on PORT: links from memory, visitors recognised by ContentFlow's own functions (a win by cheaper hashing would
 * prove nothing about recording), and redirected once their click is recorded.
 */
export async function serveRedirects(
  pool: pg.Pool,
  record: (click: RivalClick) => Promise<unknown>,
): Promise<void> {
  const { rows } = await pool.query<LinkRow>("select id, code, partner_id, destination from links");
  const links = new Map(rows.map((row) => [row.code, row]));
  const key = randomBytes(32);
  const http = fastify({ trustProxy: trustProxies(["127.0.0.1"]) });
  http.get("/readyz", () => ({ status: "ok" }));
  http.get<{ Params: { code: string } }>("/r/:code", async (request, reply) => {
    const link = links.get(request.params.code);
    if (!link) return reply.code(404).send();
    const userAgent = request.headers["user-agent"] ?? "";
    const visitor = visitorHash(key, request.ip, userAgent);
    await record({ partnerId: link.partner_id, linkId: link.id, visitor, userAgent });
    return reply.code(302).header("location", link.destination).send();
  });
  await http.listen({ port: Number(process.env["PORT"]) });
  process.once("SIGTERM", () => void http.close().then(() => pool.end()));
}
