import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../lib/use-format.ts";
import { useSince } from "../../lib/use-since.ts";
import { GoalMeter } from "../../ui/GoalMeter.tsx";
import { AgendaRow } from "./AgendaRow.tsx";
import type { AgendaItem } from "./agenda-of.ts";

/** One line of what happens next, in a sentence. */
export function AgendaEntry({ item }: { item: AgendaItem }) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  const since = useSince();
  switch (item.kind) {
    case "refused": {
      const { id, amount, decidedAt, requestedAt, reason } = item.withdrawal;
      return (
        <AgendaRow at={decidedAt ?? requestedAt} tone="bad" note={t("portal.refusedNote")}>
          {t("portal.refused", { amount: money(amount), reason: reason ?? "" })}{" "}
          <Link to={`/partners/earnings?again=${id}#withdraw`}>{t("portal.tryAgain")}</Link>
        </AgendaRow>
      );
    }
    case "approved": {
      const { amount, destination, decidedAt, requestedAt } = item.withdrawal;
      return (
        <AgendaRow at={decidedAt ?? requestedAt} tone="good" note={t("portal.approvedNote")}>
          {t("portal.approved", { amount: money(amount), destination })}
        </AgendaRow>
      );
    }
    case "in-review": {
      const { amount, requestedAt } = item.withdrawal;
      return (
        <AgendaRow at={requestedAt} tone="calm" note={t("portal.inReviewNote")}>
          {t("portal.inReview", { amount: money(amount), since: since(requestedAt) })}
        </AgendaRow>
      );
    }
    case "lapse":
      return (
        <AgendaRow at={item.on} tone="warm" note={t("portal.lapseNote")}>
          {t("portal.lapse", { amount: money(item.amount), day: day(item.on) })}
        </AgendaRow>
      );
    case "debt":
      return (
        <AgendaRow tone="warm" note={t("portal.debtNote", { amount: money(item.amount) })}>
          {t("portal.debt", { amount: money(item.amount) })}
        </AgendaRow>
      );
    case "to-go":
      return (
        <AgendaRow tone="goal">
          <GoalMeter
            label={t("portal.toGo", { missing: money(item.missing) })}
            share={item.share}
            text={t("portal.toGoText", { available: money(item.available), minimum: money(item.minimum) })}
          />
        </AgendaRow>
      );
  }
}
