import { useTranslation } from "react-i18next";
import type { EventsTableFragment } from "../../../generated/graphql.ts";
import { useFormat } from "../../../lib/use-format.ts";

/** One event; `onPick` is null when there is nothing to take back. */
export function EventRow(props: {
  event: EventsTableFragment;
  picked: boolean;
  onPick: (() => void) | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { event, picked, onPick } = props;
  const paid = event.kind === "CLICK" && event.verdict === "COUNTED";
  const at = format.instant(event.occurredAt);
  return (
    <tr>
      <td>
        {onPick ? (
          <label className="request-check">
            <input
              type="checkbox"
              aria-label={t("invalidate.pickLabel", { at })}
              checked={picked}
              onChange={onPick}
            />
          </label>
        ) : null}
      </td>
      <td>{at}</td>
      <td>{t(`eventKind.${event.kind}`)}</td>
      <td className={paid ? "verdict-counted" : undefined}>{t(`verdict.${event.verdict}`)}</td>
      <td>{event.linkCode}</td>
      <td className="number">{paid ? format.money(event.epc) : null}</td>
      <td>{event.referrerHost ?? event.platform}</td>
    </tr>
  );
}
