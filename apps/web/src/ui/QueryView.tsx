import type { ReactNode } from "react";
import { Failure } from "./Failure.tsx";
import { Loading } from "./Loading.tsx";

interface Result<T> {
  data?: T | undefined;
  error?: unknown;
  refetch: () => Promise<unknown>;
}

interface QueryViewProps<T> {
  result: Result<T>;
  /** What stands in while the first answer is on its way: skeletons in the shape of what comes. */
  loading?: ReactNode;
  children: (data: T) => ReactNode;
}

/** The states that every view of a query has: loading, failed, there. An old answer stays beside a new error. */
export function QueryView<T>({ result, loading = <Loading />, children }: QueryViewProps<T>) {
  const { data, error, refetch } = result;
  // The rejection is the same error that the query holds, and shows.
  const retry = () => void refetch().catch(() => undefined);
  const failure = error ? <Failure error={error} retry={retry} /> : null;
  if (data === undefined) return failure ?? loading;
  return (
    <>
      {failure}
      {children(data)}
    </>
  );
}
