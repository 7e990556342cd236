import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useAdminStatsQuery } from "../../../generated/hooks.ts";
import { useFormat } from "../../../lib/use-format.ts";
import { FilterLinks } from "../../../ui/FilterLinks.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { QueryView } from "../../../ui/QueryView.tsx";
import { Skeletons } from "../../../ui/Skeleton.tsx";
import { LedgerCheckNotice } from "./LedgerCheckNotice.tsx";
import { StatsChart } from "./StatsChart.tsx";
import { StatsFigures } from "./StatsFigures.tsx";
import { TopPartners } from "./TopPartners.tsx";
import { VerdictBar } from "./VerdictBar.tsx";
import { WithdrawalTotals } from "./WithdrawalTotals.tsx";
import "./stats.css";

const SPANS = [7, 30, 90] as const;

/** How the program is doing, over a period that stands in the address. */
export function StatsSection() {
  const { t } = useTranslation();
  const { day } = useFormat();
  const [params] = useSearchParams();
  const days = SPANS.find((span) => String(span) === params.get("days")) ?? 30;
  const result = useAdminStatsQuery({ variables: { days } });
  const { data = result.error ? undefined : result.previousData, error, refetch } = result;
  return (
    <Panel
      title={t("stats.title")}
      actions={
        <FilterLinks
          label={t("stats.span")}
          param="days"
          value={String(days)}
          options={SPANS.map((count) => ({ value: String(count), label: t("stats.spanDays", { count }) }))}
        />
      }
    >
      <QueryView result={{ data, error, refetch }} loading={<StatsLoading />}>
        {({ admin: { stats, ledgerCheck } }) => (
          <div className="stats" aria-busy={result.data === undefined}>
            <div className="stats-head">
              <p className="note">{t("stats.range", { from: day(stats.from), to: day(stats.to) })}</p>
              <LedgerCheckNotice check={ledgerCheck} />
            </div>
            <StatsChart stats={stats} />
            <StatsFigures stats={stats} />
            <div className="columns">
              <section className="stats-part">
                <h3>{t("stats.verdicts")}</h3>
                <VerdictBar stats={stats} />
                <h3>{t("stats.withdrawals")}</h3>
                <WithdrawalTotals stats={stats} />
              </section>
              <section className="stats-part">
                <h3>{t("stats.top")}</h3>
                <TopPartners stats={stats} />
              </section>
            </div>
          </div>
        )}
      </QueryView>
    </Panel>
  );
}

function StatsLoading() {
  return (
    <>
      <Skeletons shape="figure" count={3} />
      <Skeletons shape="chart" count={1} />
    </>
  );
}
