import { useTranslation } from "react-i18next";
import { sumOf } from "../../../lib/amount.ts";
import { useFormat } from "../../../lib/use-format.ts";
import type { useQueue } from "./use-queue.ts";

/** How much there is, and what has changed since it was loaded: shown when asked for, so that no row moves by itself. */
export function QueueNews({ queue, onReload }: { queue: ReturnType<typeof useQueue>; onReload: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { total, left, unseen, waiting, pageInfo } = queue;
  const amount = format.money(sumOf(waiting.map((request) => request.amount)));
  return (
    <div className="queue-news">
      <p className="note">
        {t("queue.count", { count: total })}
        {waiting.length > 0
          ? ` · ${pageInfo?.hasNextPage ? t("queue.sumShown", { amount, count: waiting.length }) : amount}`
          : null}
      </p>
      <div className="buttons" role="status">
        {unseen > 0 ? (
          <button type="button" className="chip chip-news" onClick={onReload}>
            {t("queue.fresh", { count: unseen })}
          </button>
        ) : null}
        {left > 0 ? (
          <button type="button" className="chip" onClick={onReload}>
            {t("queue.tidy", { count: left })}
          </button>
        ) : null}
      </div>
    </div>
  );
}
