import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../lib/use-action.ts";
import { Failure } from "./Failure.tsx";
import { focusable, listBefore } from "./focus-row.ts";

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/**
 * The way to the rest of the list before it. `load` fetches the page after the given cursor. Who asked goes on reading
 * at the first row that came: the button may be gone by then, and the focus with it.
 */
export function LoadMore(props: { pageInfo: PageInfo; load: (after: string) => Promise<unknown> }) {
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const button = useRef<HTMLButtonElement>(null);
  const asked = useRef<{ after: string; list: Element; rows: number } | null>(null);
  const { hasNextPage, endCursor } = props.pageInfo;

  useEffect(() => {
    const { current } = asked;
    if (!current || current.after === endCursor) return;
    asked.current = null;
    const row = current.list.children[current.rows];
    const { activeElement } = document;
    // Who went elsewhere meanwhile stays there.
    const waits = activeElement === button.current || activeElement === document.body;
    if (waits && row instanceof HTMLElement) focusable(row).focus();
  }, [endCursor]);

  if (!hasNextPage || endCursor === null) return null;
  const more = () => {
    if (busy) return;
    const list = button.current && listBefore(button.current);
    asked.current = list ? { after: endCursor, list, rows: list.children.length } : null;
    run(() => props.load(endCursor));
  };
  return (
    <>
      {error ? <Failure error={error} /> : null}
      <button
        type="button"
        ref={button}
        className="load-more"
        aria-busy={busy}
        aria-disabled={busy || undefined}
        onClick={more}
      >
        {error ? t("state.retry") : t("state.more")}
      </button>
    </>
  );
}
