import type { ErrorPolicy, OperationVariables, TypedDocumentNode } from "@apollo/client";
import { type SkipToken, useMutation, useQuery, useSubscription } from "@apollo/client/react";

/** Optional where the operation has no required variables, required where it has. */
type Arguments<TVariables, TOptions> =
  Record<never, never> extends TVariables ? [options?: TOptions] : [options: TOptions];

type State = "complete" | "empty" | "streaming";

/** Apollo's overloads of `useQuery`, with the document already given. */
export type QueryHook<TData, TVariables extends OperationVariables> = {
  <TPolicy extends ErrorPolicy | undefined = undefined>(
    options: useQuery.Options<TData, TVariables> & { returnPartialData: true; errorPolicy?: TPolicy },
  ): useQuery.Result<TData, TVariables, State | "partial", TVariables, TPolicy>;
  (options: SkipToken): useQuery.Result<TData, TVariables, "empty", Record<string, never>>;
  <TPolicy extends ErrorPolicy | undefined = undefined>(
    ...args: Arguments<TVariables, useQuery.Options<TData, TVariables> & { errorPolicy?: TPolicy }>
  ): useQuery.Result<TData, TVariables, State, TVariables, TPolicy>;
  <TPolicy extends ErrorPolicy | undefined = undefined>(
    ...args: Arguments<
      TVariables,
      SkipToken | (useQuery.Options<TData, TVariables> & { errorPolicy?: TPolicy })
    >
  ): useQuery.Result<TData, TVariables, State, Partial<TVariables>, TPolicy>;
};

/** `useMutation` with the document already given; `variables` stay required when the mutation is called. */
export type MutationHook<TData, TVariables extends OperationVariables> = (
  options?: useMutation.Options<TData, TVariables>,
) => useMutation.ResultTuple<TData, TVariables>;

/** `useSubscription` with the document already given. */
export type SubscriptionHook<TData, TVariables extends OperationVariables> = (
  ...args: Arguments<TVariables, SkipToken | useSubscription.Options<TData, TVariables>>
) => useSubscription.Result<TData>;

type Loose = (document: unknown, options?: unknown) => unknown;

/** Binds a query to its hook. */
export function queryHook<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): QueryHook<TData, TVariables> {
  return bind(useQuery as Loose, document) as QueryHook<TData, TVariables>;
}

/** Binds a mutation to its hook. */
export function mutationHook<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): MutationHook<TData, TVariables> {
  return bind(useMutation as Loose, document) as MutationHook<TData, TVariables>;
}

/** Binds a subscription to its hook. */
export function subscriptionHook<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): SubscriptionHook<TData, TVariables> {
  return bind(useSubscription as Loose, document) as SubscriptionHook<TData, TVariables>;
}

/** The overloads above are written for callers; behind them there is one call, which passes the options on. */
function bind(hook: Loose, document: unknown) {
  return (options?: unknown) => hook(document, options);
}
