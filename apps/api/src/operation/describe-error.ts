/** What a log line tells of an error. */
export interface DescribedError {
  readonly type: string;
  /** Left out where the database speaks: it quotes rows and parameters, which are people's. */
  readonly message?: string;
  /** Where it happened, without the message that a stack begins with. */
  readonly at?: readonly string[];
  /** SQLSTATE or a system's code. */
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly cause?: DescribedError;
}

const DEPTH = 4;
const SQLSTATE = /^[0-9A-Z]{5}$/;

/** An error for the logs: enough to find the fault by, and nothing that somebody typed. */
export function describeError(error: unknown, depth = DEPTH): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table, cause } = error as Partial<
    Record<"code" | "constraint" | "table", unknown>
  > &
    Error;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(!speaksOfRows(error) && { message: error.message }),
    ...(typeof code === "string" && { code }),
    ...(typeof constraint === "string" && { constraint }),
    ...(typeof table === "string" && { table }),
    at: frames.map((line) => line.trim()),
    ...(cause !== undefined && depth > 0 && { cause: describeError(cause, depth - 1) }),
  };
}

/** The driver's own errors, and the ORM's, which repeat them with the statement and its parameters. */
function speaksOfRows(error: Error): boolean {
  for (let one: unknown = error, depth = 0; one instanceof Error && depth <= DEPTH; depth += 1) {
    const { code, query, detail, previous } = one as Error &
      Record<"code" | "query" | "detail" | "previous", unknown>;
    if (typeof code === "string" && SQLSTATE.test(code)) return true;
    if (query !== undefined || detail !== undefined) return true;
    one = one.cause ?? previous;
  }
  return false;
}
