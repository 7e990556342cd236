import type { ApolloClient } from "@apollo/client";

/** Asks anew for what is on screen, of the named queries; those that are not on screen ask when they are. */
export function refetchShown(client: ApolloClient, ...names: readonly string[]): void {
  // Whoever shows a query shows its error, too.
  client
    .refetchQueries({
      include: "active",
      onQueryUpdated: ({ queryName }) => queryName !== undefined && names.includes(queryName),
    })
    .catch(() => undefined);
}
