import { useCallback, useState } from "react";

/** One thing a person can set off: whether it is under way, and the error it ended with, until the next try. */
export interface Action {
  busy: boolean;
  error: unknown;
  run: (work: () => Promise<unknown>) => void;
  clear: () => void;
}

export function useAction(): Action {
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const run = useCallback((work: () => Promise<unknown>) => {
    setState({ busy: true, error: null });
    work().then(
      () => setState({ busy: false, error: null }),
      (error: unknown) => setState({ busy: false, error }),
    );
  }, []);
  const clear = useCallback(() => setState({ busy: false, error: null }), []);
  return { ...state, run, clear };
}
