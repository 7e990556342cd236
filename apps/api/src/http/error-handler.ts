import { DomainError } from "@contentflow/domain/errors";
import type { FastifyError, FastifyInstance, FastifyReply } from "fastify";
import type { App } from "../app.ts";
import { httpStatusOf, toDomainError } from "../errors.ts";

/** The one shape of a refusal on the routes that are not GraphQL. */
export function sendRefusal(
  reply: FastifyReply,
  error: DomainError,
  status = httpStatusOf(error),
): FastifyReply {
  const retryAfter = "retryAfterSeconds" in error.details ? error.details.retryAfterSeconds : undefined;
  if (retryAfter !== undefined) void reply.header("retry-after", String(retryAfter));
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .send({ error: { code: error.code, message: error.message, details: error.details } });
}

/** What the HTTP framework itself refuses (too large, not JSON), told like every other refusal, without a stack. */
export function registerErrorHandler(http: FastifyInstance, app: App): void {
  http.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) {
      const refusal =
        status === 413
          ? new DomainError("PAYLOAD_TOO_LARGE", { limit: request.routeOptions.bodyLimit, unit: "bytes" })
          : new DomainError("BAD_USER_INPUT", { reason: "the request cannot be read" });
      return sendRefusal(reply, refusal, status);
    }
    return sendRefusal(reply, toDomainError(error, request.id, app.log));
  });
}
