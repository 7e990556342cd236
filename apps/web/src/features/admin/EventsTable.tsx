import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EventsTableFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { ScrollTable } from "../../ui/ScrollTable.tsx";
import { InvalidateDialog } from "./InvalidateDialog.tsx";

/** Events with their verdicts; counted ones can be picked and taken back. */
export function EventsTable({ events }: { events: readonly EventsTableFragment[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  // A refetched list can have lost what was picked.
  const eventIds = events
    .filter((event) => canBeTakenBack(event) && picked.includes(event.id))
    .map(({ id }) => id);
  const toggle = (id: string) =>
    setPicked(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id]);
  return (
    <>
      <ScrollTable
        label={t("partner.events")}
        columns={[
          { title: t("invalidate.pick") },
          { title: t("event.when") },
          { title: t("event.kind") },
          { title: t("event.verdict") },
          { title: t("event.link") },
          { title: t("event.epc"), number: true },
          { title: t("event.referrer") },
        ]}
      >
        {events.map((event) => (
          <tr key={event.id}>
            <td>
              {canBeTakenBack(event) ? (
                <input
                  type="checkbox"
                  aria-label={t("invalidate.pickLabel", { at: format.instant(event.occurredAt) })}
                  checked={picked.includes(event.id)}
                  onChange={() => toggle(event.id)}
                />
              ) : null}
            </td>
            <td>{format.instant(event.occurredAt)}</td>
            <td>{t(`eventKind.${event.kind}`)}</td>
            <td>{t(`verdict.${event.verdict}`)}</td>
            <td>{event.linkCode}</td>
            <td className="number">{format.money(event.epc)}</td>
            <td>{event.referrerHost}</td>
          </tr>
        ))}
      </ScrollTable>
      {eventIds.length > 0 ? (
        <button type="button" className="danger load-more" onClick={() => setAsking(true)}>
          {t("invalidate.action", { count: eventIds.length })}
        </button>
      ) : null}
      {asking ? (
        <InvalidateDialog
          eventIds={eventIds}
          onDone={() => {
            setAsking(false);
            setPicked([]);
          }}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

/** Only a click that counted earned anything. */
function canBeTakenBack({ kind, verdict }: EventsTableFragment): boolean {
  return kind === "CLICK" && verdict === "COUNTED";
}
