import { ApolloClient, ApolloLink, HttpLink } from "@apollo/client";
import { ErrorLink } from "@apollo/client/link/error";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { createClient } from "graphql-ws";
import { createCache } from "./cache.ts";
import { MeDocument } from "./generated/graphql.ts";
import { HASHES } from "./generated/hashes.ts";
import { reportLine } from "./lib/connection.ts";
import { pauseBeforeRetry } from "./lib/pause-before-retry.ts";
import { refusalOf } from "./lib/refusal.ts";

const PING_MS = 10_000;
const PONG_MS = 5_000;

/** Queries and mutations over HTTP, subscriptions over one WebSocket, same session. */
function createApolloClient({ origin }: { origin: string }): ApolloClient {
  const http = new HttpLink({ uri: `${origin}/graphql`, credentials: "same-origin" });
  let silence: ReturnType<typeof setTimeout> | undefined;
  const socket = createClient({
    url: `${origin.replace(/^http/, "ws")}/graphql`,
    retryAttempts: Number.POSITIVE_INFINITY,
    // Whatever ended the line: live figures come back by themselves.
    shouldRetry: () => true,
    retryWait: pauseBeforeRetry,
    keepAlive: PING_MS,
    on: {
      // A line can be dead without saying so, as in a tunnel: no answer in time, and it is given up and made anew.
      ping: (received) => {
        if (!received) silence = setTimeout(() => socket.terminate(), PONG_MS);
      },
      pong: (received) => {
        if (received) clearTimeout(silence);
      },
      // What happened while the socket was down was told to nobody here.
      connected: (_socket, _payload, wasRetry) => {
        reportLine(false);
        if (wasRetry) void client.refetchQueries({ include: "active" });
      },
      closed: (event) => {
        clearTimeout(silence);
        reportLine(!wasWanted(event));
      },
    },
  });
  const transport = ApolloLink.split(
    ({ operationType }) => operationType === "subscription",
    new GraphQLWsLink(socket),
    http,
  );
  const errors = new ErrorLink(({ error, operation }) => {
    if (refusalOf(error)?.code !== "UNAUTHENTICATED" || operation.operationName === "Me") return;
    // The session ended on the server: the guards of the routes read this and lead to the sign-in page.
    client.writeQuery({ query: MeDocument, data: { me: null } });
  });
  const client = new ApolloClient({
    link: ApolloLink.from([errors, BY_HASH, transport]),
    cache: createCache(),
    defaultOptions: { watchQuery: { fetchPolicy: "cache-and-network", nextFetchPolicy: "cache-first" } },
  });
  return client;
}

/** The server knows the app's operations, and in production no others: it is told which one is meant. */
const BY_HASH = new ApolloLink((operation, forward) => {
  const sha256Hash = HASHES[operation.operationName ?? ""];
  if (sha256Hash === undefined) return forward(operation);
  operation.extensions = { ...operation.extensions, persistedQuery: { version: 1, sha256Hash } };
  operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
  return forward(operation);
});

/** Nobody listens any more, or the session is over: no reason to speak of a lost line. */
function wasWanted(event: unknown): boolean {
  const code = event instanceof CloseEvent ? event.code : null;
  return code === 1000 || (code !== null && code >= 4400 && code < 4500);
}

/** The one of this tab: what was on a page is still there on the way back from the first page. */
export const client = createApolloClient(window.location);
