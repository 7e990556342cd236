import { useTranslation } from "react-i18next";
import { useAction } from "../lib/use-action.ts";
import { Failure } from "./Failure.tsx";

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** The way to the rest of a list. `load` fetches the page after the given cursor. */
export function LoadMore(props: { pageInfo: PageInfo; load: (after: string) => Promise<unknown> }) {
  const { t } = useTranslation();
  const { busy, error, run } = useAction();
  const { hasNextPage, endCursor } = props.pageInfo;
  if (!hasNextPage || endCursor === null) return null;
  const more = () => run(() => props.load(endCursor));
  if (error) return <Failure error={error} retry={more} />;
  return (
    <button type="button" className="load-more" aria-busy={busy} disabled={busy} onClick={more}>
      {t("state.more")}
    </button>
  );
}
