import type { GraphiQLProps } from "graphiql";
import { type ExecutionResult, parse, print, separateOperations } from "graphql";
import { createClient } from "graphql-ws";

type Fetcher = GraphiQLProps["fetcher"];

/** Queries and mutations over HTTP, subscriptions over a WebSocket, both with the session's cookie. */
export function createFetcher(origin: string): Fetcher {
  const url = `${origin}/graphql`;
  const socket = createClient({ url: url.replace(/^http/, "ws") });
  return ({ query, variables, operationName }) => {
    const { text, isSubscription } = single(query, operationName);
    const params = { query: text, variables, operationName: operationName ?? null };
    if (!isSubscription) return post(url, params);
    // Errors come over the wire as plain objects; GraphiQL, which only prints them, asks for the class.
    return socket.iterate<Record<string, unknown>>(params) as AsyncIterable<ExecutionResult>;
  };
}

/** Of the operations in a tab only the chosen one is sent, so that the others don't count as its cost. */
function single(query: string, operationName: string | null | undefined) {
  const document = parse(query);
  const chosen = operationName ? separateOperations(document)[operationName] : document;
  const isSubscription = (chosen ?? document).definitions.some(
    (definition) => definition.kind === "OperationDefinition" && definition.operation === "subscription",
  );
  return { text: chosen ? print(chosen) : query, isSubscription };
}

async function post(url: string, params: object): Promise<ExecutionResult> {
  const response = await fetch(url, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(params),
  });
  return (await response.json()) as ExecutionResult;
}
