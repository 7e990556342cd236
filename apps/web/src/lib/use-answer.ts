import { useCallback, useEffect, useState } from "react";
import type { TypedDocumentString } from "../generated/asked.ts";
import { ask } from "./ask.ts";

interface Answer<TData> {
  data?: TData;
  error?: unknown;
  refetch: () => Promise<void>;
}

/** The answer to a question without variables, asked when the page opens and again by `refetch`. */
export function useAnswer<TData>(document: TypedDocumentString<TData, Record<string, never>>): Answer<TData> {
  const [state, setState] = useState<{ data?: TData; error?: unknown }>({});
  const refetch = useCallback(
    () =>
      ask(document, {}).then(
        (data) => setState({ data }),
        (error: unknown) => setState((before) => ({ ...before, error })),
      ),
    [document],
  );
  useEffect(() => void refetch(), [refetch]);
  return { ...state, refetch };
}
