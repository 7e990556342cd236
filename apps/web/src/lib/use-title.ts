import { useEffect } from "react";

/** What stands on the tab. */
export function pageTitle(title: string): string {
  return `${title} · ContentFlow Partners`;
}

/** Names the tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = pageTitle(title);
  }, [title]);
}
