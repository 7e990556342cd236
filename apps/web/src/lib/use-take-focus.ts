import { useEffect, useRef } from "react";

/**
 * Moves the keyboard to an element when something new has happened; null is nothing. After the next frame: a dialog that
 * closes gives the focus back first, and a new page takes it.
 */
export function useTakeFocus(happened: unknown, find: () => HTMLElement | null | undefined): void {
  const latest = useRef(find);
  useEffect(() => {
    latest.current = find;
  }, [find]);
  useEffect(() => {
    if (happened === null) return;
    const frame = requestAnimationFrame(() => latest.current()?.focus());
    return () => cancelAnimationFrame(frame);
  }, [happened]);
}
