import { useLocation } from "react-router";
import { useTakeFocus } from "../../lib/use-take-focus.ts";

/**
 * Whoever follows an address to a part of a page gets there with the keyboard, too, and is told where they are. Not with
 * a request to be asked for again: the form takes that up itself.
 */
export function useArrival(anchor: string): void {
  const { hash, key, search } = useLocation();
  const arrives = hash === `#${anchor}` && !new URLSearchParams(search).has("again");
  // Following the same address once more is another arrival.
  useTakeFocus(arrives ? key : null, () => document.getElementById(anchor));
}
