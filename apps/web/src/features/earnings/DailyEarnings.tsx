import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { DayOfEarningsFragment } from "../../generated/graphql.ts";
import { isSome } from "../../lib/amount.ts";
import { useLiveEarnings } from "../../lib/use-live-earnings.ts";
import { Empty } from "../../ui/Empty.tsx";
import { FilterLinks } from "../../ui/FilterLinks.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { Skeletons } from "../../ui/Skeleton.tsx";
import { chartView, SPANS } from "./chart-view.ts";
import { EarningsChart } from "./EarningsChart.tsx";
import { EarningsTable } from "./EarningsTable.tsx";
import { SpanTotals } from "./SpanTotals.tsx";

/** Day by day, as a chart or as a table of the same, over a span; all of it part of the address. */
export function DailyEarnings() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const view = chartView(params);
  const earnings = useLiveEarnings(view.days);
  return (
    <Panel
      title={t("earnings.dailyTitle")}
      actions={
        <FilterLinks
          label={t("earnings.span")}
          param="days"
          value={String(view.days)}
          options={SPANS.map((span) => ({
            value: String(span),
            label: t("earnings.spanDays", { count: span }),
          }))}
        />
      }
    >
      <QueryView result={earnings} loading={<Skeletons shape="chart" count={1} />}>
        {(data) =>
          isEmpty(data.earnings) ? (
            <Empty title={t("earnings.emptyTitle")}>
              <p>{t("earnings.emptyBody")}</p>
              <Link to="/partner/links">{t("earnings.toLinks")}</Link>
            </Empty>
          ) : (
            <>
              <SpanTotals days={data.earnings} />
              {view.as === "table" ? (
                <EarningsTable key={view.days} days={data.earnings} />
              ) : (
                <EarningsChart days={data.earnings} show={view.show} />
              )}
              <div className="chart-foot">
                {view.as === "chart" ? <ShowLinks show={view.show} /> : null}
                <AsLinks as={view.as} />
              </div>
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}

function ShowLinks({ show }: { show: string }) {
  const { t } = useTranslation();
  return (
    <FilterLinks
      label={t("earnings.show")}
      param="show"
      value={show}
      options={[
        { value: "clicks", label: t("earnings.clicks") },
        { value: "euros", label: t("earnings.euros") },
      ]}
    />
  );
}

function AsLinks({ as }: { as: string }) {
  const { t } = useTranslation();
  return (
    <FilterLinks
      label={t("earnings.as")}
      param="as"
      value={as}
      options={[
        { value: "chart", label: t("earnings.asChart") },
        { value: "table", label: t("earnings.asTable") },
      ]}
    />
  );
}

function isEmpty(days: readonly DayOfEarningsFragment[]): boolean {
  return days.every(({ clicks, earned }) => clicks === 0 && !isSome(earned));
}
