import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EventsTableFragment, PartnerSummaryFragment } from "../../../generated/graphql.ts";
import { focusable } from "../../../ui/focus-row.ts";
import { ScrollTable } from "../../../ui/ScrollTable.tsx";
import { useSelection } from "../decisions/use-selection.ts";
import { EventRow } from "./EventRow.tsx";
import { InvalidateDialog } from "./InvalidateDialog.tsx";

/** Events with their verdicts; counted ones can be picked and taken back. */
export function EventsTable(props: {
  partner: PartnerSummaryFragment;
  events: readonly EventsTableFragment[];
}) {
  const { t } = useTranslation();
  const { partner, events } = props;
  const pickable = events.filter(canBeTakenBack);
  const picked = useSelection(pickable);
  const [asking, setAsking] = useState<{ ids: readonly string[]; heading: HTMLElement | null } | null>(null);
  const all = pickable.length > 0 && picked.ids.size === pickable.length;
  return (
    <>
      <ScrollTable
        label={t("partner.clicksTable")}
        columns={[
          { title: t("invalidate.pick") },
          { title: t("event.when") },
          { title: t("event.kind") },
          { title: t("event.verdict") },
          { title: t("event.link") },
          { title: t("event.earned"), number: true },
          { title: t("event.referrer") },
        ]}
      >
        {events.map((event) => (
          <EventRow
            key={event.id}
            event={event}
            picked={picked.ids.has(event.id)}
            onPick={canBeTakenBack(event) ? () => picked.toggle(event) : null}
          />
        ))}
      </ScrollTable>
      {pickable.length > 0 ? (
        <div className="buttons">
          <button type="button" onClick={() => (all ? picked.clear() : picked.set(pickable))}>
            {all ? t("invalidate.pickNone") : t("invalidate.pickAll", { count: pickable.length })}
          </button>
          {picked.ids.size > 0 ? (
            <button
              type="button"
              className="danger"
              onClick={({ currentTarget }) =>
                setAsking({
                  ids: [...picked.ids],
                  heading: currentTarget.closest("section")?.querySelector("h2") ?? null,
                })
              }
            >
              {t("invalidate.action", { count: picked.ids.size })}
            </button>
          ) : null}
        </div>
      ) : null}
      {asking ? (
        <InvalidateDialog
          eventIds={asking.ids}
          next={() => asking.heading && focusable(asking.heading)}
          partner={partner}
          onDone={picked.clear}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  );
}

/** Only a click that counted earned anything. */
function canBeTakenBack({ kind, verdict }: EventsTableFragment): boolean {
  return kind === "CLICK" && verdict === "COUNTED";
}
