import { useTranslation } from "react-i18next";
import type { RequestGridRowFragment } from "../../../generated/graphql.ts";
import { sumOf } from "../../../lib/amount.ts";
import { useFormat } from "../../../lib/use-format.ts";
import { canDecide, type DecisionKind, outcomeOf } from "./decision.ts";
import type { Progress } from "./use-request-desk.ts";

/** What can be done with all that is selected, and how far it is. */
export function SelectionBar(props: {
  selected: readonly RequestGridRowFragment[];
  /** How many more were selected, and have changed since. */
  leftOut: number;
  progress: Progress | null;
  onDecide: (kind: "approve" | "reject") => void;
  onClear: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { selected, leftOut, progress, onDecide, onClear } = props;
  if (progress) {
    const { kind, over, total } = progress;
    const text = t(`queue.running.${outcomeOf(kind)}`, {
      over: format.integer(over),
      total: format.integer(total),
    });
    return (
      <div className="selection-bar">
        <span>{text}</span>
        <progress value={over} max={total} aria-label={text} />
      </div>
    );
  }
  if (selected.length + leftOut === 0) return null;
  const can = (kind: DecisionKind) => selected.filter(({ status }) => canDecide(status, kind)).length;
  return (
    <div className="selection-bar">
      <span>
        <strong>{t("queue.selected", { count: selected.length })}</strong> ·{" "}
        {format.money(sumOf(selected.map(({ amount }) => amount)))}
        {leftOut > 0 ? <span className="note"> · {t("queue.leftOut", { count: leftOut })}</span> : null}
      </span>
      <div className="buttons">
        {can("approve") > 0 ? (
          <button type="button" className="primary" onClick={() => onDecide("approve")}>
            {t("queue.approveSeveral", { count: can("approve") })}
          </button>
        ) : null}
        {can("reject") > 0 ? (
          <button type="button" className="danger" onClick={() => onDecide("reject")}>
            {t("queue.rejectSelected", { count: can("reject") })}
          </button>
        ) : null}
        <button type="button" className="quiet" onClick={onClear}>
          {t("queue.clear")}
        </button>
      </div>
    </div>
  );
}
