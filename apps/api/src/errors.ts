import { unwrapResolverError } from "@apollo/server/errors";
import { DomainError, isDomainError } from "@contentflow/domain/errors";
import type { FastifyBaseLogger } from "fastify";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { isUnavailable } from "./db/database-error.ts";

/** What Apollo itself refuses before a resolver runs; its codes and messages hold nothing of ours. */
const PROTOCOL_CODES = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

/** An error of any kind as the refusal that people may see: a domain error, or one that says nothing. */
export function toDomainError(error: unknown, requestId: string, log: FastifyBaseLogger): DomainError {
  if (isDomainError(error)) return error;
  if (isUnavailable(error)) {
    log.warn({ err: error, requestId }, "database unavailable");
    return new DomainError("SERVICE_UNAVAILABLE", { retryAfterSeconds: 2 });
  }
  log.error({ err: error, requestId }, "unexpected error");
  return new DomainError("INTERNAL_SERVER_ERROR", { requestId });
}

/** What a client gets of an error: message, path, `extensions.code`, typed `extensions.details`; never a stack. */
export function formatGraphqlError(
  formatted: GraphQLFormattedError,
  thrown: unknown,
  requestId: string,
  log: FastifyBaseLogger,
): GraphQLFormattedError {
  const original = unwrapResolverError(thrown);
  const { stacktrace: _never, ...extensions } = formatted.extensions ?? {};
  if (original instanceof GraphQLError && typeof extensions["code"] === "string") {
    const refused = original.originalError ?? original;
    const scalar = refused instanceof GraphQLError ? refused.extensions : undefined;
    // A scalar's own refusal outranks the generic code that the protocol gives to bad literals and variables.
    if (scalar?.["details"])
      return { ...formatted, extensions: { code: scalar["code"], details: scalar["details"] } };
    if (PROTOCOL_CODES.has(extensions["code"]))
      return { ...formatted, extensions: { code: extensions["code"] } };
  }
  const refusal = toDomainError(original, requestId, log);
  return {
    message: refusal.message,
    ...(formatted.path && { path: formatted.path }),
    ...(formatted.locations && { locations: formatted.locations }),
    extensions: { code: refusal.code, details: refusal.details },
  };
}

const HTTP_STATUS: Partial<Record<DomainError["code"], number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  ACCOUNT_SUSPENDED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  IDEMPOTENCY_CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  RATE_LIMITED: 429,
  INTERNAL_SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
};

/** The HTTP status of a refusal on the routes that are not GraphQL. */
export function httpStatusOf(error: DomainError): number {
  return HTTP_STATUS[error.code] ?? 400;
}
