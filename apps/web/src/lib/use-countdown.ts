import { useCallback, useEffect, useState } from "react";

/** Seconds left, down to 0; `start` begins again. */
export function useCountdown(seconds: number): { left: number; start: (seconds: number) => void } {
  const [end, setEnd] = useState(() => Date.now() + seconds * 1_000);
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((end - now) / 1_000));
  const running = left > 0;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [running]);
  const start = useCallback((again: number) => {
    setNow(Date.now());
    setEnd(Date.now() + again * 1_000);
  }, []);
  return { left, start };
}
