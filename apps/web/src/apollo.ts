import { ApolloClient, ApolloLink, HttpLink } from "@apollo/client";
import { ErrorLink } from "@apollo/client/link/error";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { createClient } from "graphql-ws";
import { createCache } from "./cache.ts";
import { MeDocument } from "./generated/graphql.ts";
import { refusalOf } from "./lib/refusal.ts";

/** The client of the whole app: queries and mutations over HTTP, subscriptions over one WebSocket, same session. */
export function createApolloClient({ origin }: { origin: string }): ApolloClient {
  const http = new HttpLink({ uri: `${origin}/graphql`, credentials: "same-origin" });
  const socket = createClient({
    url: `${origin.replace(/^http/, "ws")}/graphql`,
    retryAttempts: Number.POSITIVE_INFINITY,
    on: {
      // What happened while the socket was down was told to nobody here.
      connected: (_socket, _payload, wasRetry) => {
        if (wasRetry) void client.refetchQueries({ include: "active" });
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
    link: ApolloLink.from([errors, transport]),
    cache: createCache(),
    defaultOptions: { watchQuery: { fetchPolicy: "cache-and-network", nextFetchPolicy: "cache-first" } },
  });
  return client;
}
