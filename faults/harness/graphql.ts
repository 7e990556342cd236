import { createHash } from "node:crypto";
import { TRUSTED_OPERATIONS } from "../../apps/api/src/generated/trusted-operations.ts";
import { type Answer, ask } from "./ask.ts";
import type { World } from "./world.ts";

export interface GraphqlAnswer extends Answer {
  /** The one field that was asked for; undefined unless all went well. */
  readonly data: Readonly<Record<string, unknown>> | undefined;
  /** The code of the first error. */
  readonly code: string | undefined;
}

interface Body {
  readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>> | null>> | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/** One of the app's own operations, by its name, as the app asks for it. */
export async function askGraphql(
  { port, origin }: Pick<World, "port" | "origin">,
  cookie: string | undefined,
  operation: string,
  variables: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<GraphqlAnswer> {
  const answer = await ask(port, "/graphql", {
    method: "POST",
    headers: {
      ...headers,
      "content-type": "application/json",
      origin,
      ...(cookie !== undefined && { cookie }),
    },
    body: JSON.stringify({
      operationName: operation,
      variables,
      extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(operation) } },
    }),
  });
  const body = parse(answer.body);
  const [data] = Object.values(body.data ?? {});
  return { ...answer, data: data ?? undefined, code: body.errors?.[0]?.extensions?.code };
}

function hashOf(operation: string): string {
  const starts = new RegExp(`^(?:query|mutation) ${operation}\\b`, "m");
  const text = Object.values(TRUSTED_OPERATIONS).find((candidate) => starts.test(candidate));
  if (text === undefined) throw new Error(`the app has no operation ${operation}`);
  return createHash("sha256").update(text).digest("hex");
}

function parse(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return {};
  }
}
