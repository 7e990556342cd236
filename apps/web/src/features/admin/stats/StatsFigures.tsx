import { useTranslation } from "react-i18next";
import type { StatsFiguresFragment } from "../../../generated/graphql.ts";
import { wholeCents } from "../../../lib/amount.ts";
import { useFormat } from "../../../lib/use-format.ts";
import { Figure, Figures } from "../../../ui/Figures.tsx";

const NONE = "–";
const DAY_HOURS = 24;

/** What the period comes to; a dash stands where there is nothing to divide by. */
export function StatsFigures({ stats }: { stats: StatsFiguresFragment }) {
  const { t } = useTranslation();
  const { money, percent, decimal } = useFormat();
  const { payoutVelocity: velocity, revenuePerPartner, conversionRate, shareAttributed } = stats;
  const wait = (hours: number) =>
    hours >= 2 * DAY_HOURS
      ? t("stats.days", { days: decimal(hours / DAY_HOURS) })
      : t("stats.hours", { hours: decimal(hours) });
  return (
    <Figures>
      <Figure
        label={t("stats.velocity")}
        value={velocity ? wait(velocity.medianHours) : NONE}
        note={velocity ? t("stats.velocityNote", { wait: wait(velocity.p90Hours) }) : null}
      />
      <Figure
        label={t("stats.conversionRate")}
        value={conversionRate === null ? NONE : percent(conversionRate)}
        note={t("stats.conversions", { count: stats.conversions })}
      />
      <Figure
        label={t("stats.attributed")}
        value={shareAttributed === null ? NONE : percent(shareAttributed)}
        note={t("stats.attributedNote")}
      />
      <Figure
        label={t("stats.revenuePerPartner")}
        value={revenuePerPartner === null ? NONE : money(wholeCents(revenuePerPartner))}
        note={t("stats.earningPartners", { count: stats.earningPartners })}
      />
    </Figures>
  );
}
