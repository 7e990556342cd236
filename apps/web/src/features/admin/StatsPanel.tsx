import { useTranslation } from "react-i18next";
import type { StatsPanelFragment } from "../../generated/graphql.ts";
import { wholeCents } from "../../lib/amount.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Figure, Figures } from "../../ui/Figures.tsx";
import { TopPartners } from "./TopPartners.tsx";

const NONE = "–";

/** The figures of a span; a dash stands where there is nothing to divide by. */
export function StatsPanel({ stats }: { stats: StatsPanelFragment }) {
  const { t } = useTranslation();
  const { money, integer, percent, decimal, day } = useFormat();
  const velocity = stats.payoutVelocity;
  return (
    <>
      <p className="note">{t("stats.range", { from: day(stats.from), to: day(stats.to) })}</p>
      <Figures>
        <Figure
          strong
          label={t("stats.earnings")}
          value={money(stats.earnings)}
          note={t("stats.earningPartners", { count: stats.earningPartners })}
        />
        <Figure
          label={t("stats.revenuePerPartner")}
          value={stats.revenuePerPartner === null ? NONE : money(wholeCents(stats.revenuePerPartner))}
        />
        <Figure
          label={t("stats.conversionRate")}
          value={stats.conversionRate === null ? NONE : percent(stats.conversionRate)}
          note={t("stats.conversions", { count: stats.conversions })}
        />
        <Figure
          label={t("stats.attributed")}
          value={stats.shareAttributed === null ? NONE : percent(stats.shareAttributed)}
        />
        <Figure
          label={t("stats.velocity")}
          value={velocity ? t("stats.hours", { hours: decimal(velocity.medianHours) }) : NONE}
          note={velocity ? t("stats.velocityNote", { hours: decimal(velocity.p90Hours) }) : null}
        />
      </Figures>
      <div className="columns">
        <div>
          <h3>{t("stats.withdrawals")}</h3>
          <table className="table-fit">
            <tbody>
              {stats.withdrawals.map(({ status, count, sum }) => (
                <tr key={status}>
                  <th scope="row">{t(`withdrawalStatus.${status}`)}</th>
                  <td className="number">{integer(count)}</td>
                  <td className="number">{money(sum)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div>
          <h3>{t("stats.verdicts")}</h3>
          <table className="table-fit">
            <tbody>
              {stats.events.map(({ verdict, clicks }) => (
                <tr key={verdict}>
                  <th scope="row">{t(`verdict.${verdict}`)}</th>
                  <td className="number">{integer(clicks)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <TopPartners partners={stats.topPartners} />
    </>
  );
}
