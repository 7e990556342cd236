import type { ReactNode } from "react";
import { Failure } from "./Failure.tsx";
import { Loading } from "./Loading.tsx";

interface Result<T> {
  data?: T | undefined;
  error?: unknown;
  refetch: () => Promise<unknown>;
}

/** The states that every view of a query has: loading, failed, there. An old answer stays beside a new error. */
export function QueryView<T>({ result, children }: { result: Result<T>; children: (data: T) => ReactNode }) {
  const { data, error, refetch } = result;
  // The rejection is the same error that the query holds, and shows.
  const retry = () => void refetch().catch(() => undefined);
  const failure = error ? <Failure error={error} retry={retry} /> : null;
  if (data === undefined) return failure ?? <Loading />;
  return (
    <>
      {failure}
      {children(data)}
    </>
  );
}
