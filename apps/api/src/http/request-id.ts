import { AsyncLocalStorage } from "node:async_hooks";

/** Error formatting gets no context from its caller, but has to name the request that a person can quote. */
const current = new AsyncLocalStorage<string>();

export function withRequestId<T>(requestId: string, work: () => T): T {
  return current.run(requestId, work);
}

export function currentRequestId(): string {
  return current.getStore() ?? "none";
}
