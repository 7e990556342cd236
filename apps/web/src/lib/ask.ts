import { CombinedGraphQLErrors } from "@apollo/client/errors";
import type { TypedDocumentString } from "../generated/asked.ts";
import { HASHES } from "../generated/asked-hashes.ts";

const NAME = /\b(?:query|mutation) (\w+)/;

/**
 * One question to the API and its answer, kept by nobody. The first page is made of this alone: the client with its
 * cache weighs over forty kilobytes, and arrives with the pages that live on it. What is asked is in `*.ask.graphql`. Rejects
 * with the API's refusal, or with whatever kept the answer away.
 */
export async function ask<TData, TVariables>(
  document: TypedDocumentString<TData, TVariables>,
  variables: TVariables,
): Promise<TData> {
  const operationName = NAME.exec(String(document))?.[1] ?? "";
  // The server knows what stands behind the hash, and in production answers nothing else.
  const extensions = { persistedQuery: { version: 1, sha256Hash: HASHES[operationName] } };
  const response = await fetch("/graphql", {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify({ operationName, variables, extensions }),
  });
  const answer: { data?: TData | null; errors?: { message: string }[] } = await response.json();
  if (answer.errors?.length) throw new CombinedGraphQLErrors({ errors: answer.errors });
  if (!answer.data) throw new TypeError("neither data nor errors");
  return answer.data;
}
