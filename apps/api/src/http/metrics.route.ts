import { createHash, timingSafeEqual } from "node:crypto";
import { isIPv4 } from "node:net";
import { DomainError } from "@contentflow/domain/errors";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { App } from "../app.ts";

const FORWARDING = ["forwarded", "x-forwarded-for", "x-real-ip"];

/**
 * `/metrics` for Prometheus. With METRICS_TOKEN, to whoever sends it as a bearer token; without, to this machine only.
 */
export function registerMetrics(http: FastifyInstance, app: App): void {
  http.get("/metrics", async (request, reply) => {
    const { metricsToken } = app.config;
    if (metricsToken === undefined) assertLocal(request);
    else assertToken(request.headers.authorization, metricsToken);
    return reply
      .type(app.metrics.registry.contentType)
      .header("cache-control", "no-store")
      .send(await app.metrics.registry.metrics());
  });
}

/** A proxy on this machine passes strangers on: what it says about them makes a request theirs, trusted or not. */
function assertLocal(request: FastifyRequest): void {
  const address = request.ip.replace(/^::ffff:/, "");
  const local = address === "::1" || (isIPv4(address) && address.startsWith("127."));
  if (!local || FORWARDING.some((name) => request.headers[name] !== undefined))
    throw new DomainError("FORBIDDEN");
}

/** Compared as hashes, which have one length and tell nothing by the time it takes. */
function assertToken(authorization: string | undefined, token: string): void {
  const [, given = ""] = /^Bearer +(\S+)$/i.exec(authorization ?? "") ?? [];
  const hash = (text: string) => createHash("sha256").update(text).digest();
  if (!timingSafeEqual(hash(given), hash(token))) throw new DomainError("UNAUTHENTICATED");
}
