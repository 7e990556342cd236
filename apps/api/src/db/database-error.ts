/** What PostgreSQL or its driver says went wrong, looked up through the wrappers of the ORM. */
function* causes(error: unknown): Generator<{ code?: unknown; constraint?: unknown; message?: unknown }> {
  let current: unknown = error;
  for (let depth = 0; depth < 5 && typeof current === "object" && current !== null; depth += 1) {
    yield current;
    current =
      "cause" in current && current.cause !== undefined
        ? current.cause
        : "previous" in current
          ? current.previous
          : undefined;
  }
}

function codeOf(error: unknown): string | undefined {
  for (const { code } of causes(error)) if (typeof code === "string") return code;
  return undefined;
}

/** Serialisation failure or deadlock victim: nothing happened, and the same work may succeed now. */
export function isRetryable(error: unknown): boolean {
  const code = codeOf(error);
  return code === "40001" || code === "40P01";
}

/** The server answers, but not to this user, password or database name: trying again cannot help. */
export function isRefusedByServer(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && /^(28|3D000$)/.test(code);
}

// The last is our own: refused in the line for a connection.
const UNAVAILABLE_CODES =
  /^(08|57P0|53|57014$|55P03$|55000$|3D000$|ECONN|ENOENT$|EPIPE$|ETIMEDOUT$|ENOTFOUND$|EAI_AGAIN$|SERVICE_UNAVAILABLE$)/;
const UNAVAILABLE_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Cannot use a pool after|not queryable/;

/** The database is down, full, stopped or overloaded. The outcome of the statement may be unknown. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined && UNAVAILABLE_CODES.test(code)) return true;
  for (const { message } of causes(error)) {
    if (typeof message === "string" && UNAVAILABLE_MESSAGES.test(message)) return true;
  }
  return false;
}

/** The name of the unique constraint that refused, if one did. */
export function violatedUnique(error: unknown): string | undefined {
  if (codeOf(error) !== "23505") return undefined;
  for (const { constraint } of causes(error)) if (typeof constraint === "string") return constraint;
  return undefined;
}
