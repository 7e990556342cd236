import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { StatsChartFragment } from "../../../generated/graphql.ts";
import { wholeCents } from "../../../lib/amount.ts";
import { useFormat } from "../../../lib/use-format.ts";
import { DayChart } from "../../../ui/DayChart.tsx";
import { Sparkline } from "../../../ui/Sparkline.tsx";
import { heightOf, SERIES, type Series, totalOfDays } from "./day-series.ts";
import { StatsDayTable } from "./StatsDayTable.tsx";

/** The course of the period: three figures at a glance, the chosen one day by day. */
export function StatsChart({ stats: { days } }: { stats: StatsChartFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [params] = useSearchParams();
  const shown = SERIES.find((series) => series === params.get("chart")) ?? "clicks";
  const total = (series: Series) => {
    const whole = totalOfDays(days, series);
    return "count" in whole ? format.integer(whole.count) : format.money(wholeCents(whole.amount));
  };
  const mark = (value: number) => {
    if (shown !== "clicks") return format.money(String(value));
    // There is no half a click.
    return Number.isInteger(value) ? format.integer(value) : "";
  };
  const address = (series: Series) => {
    const next = new URLSearchParams(params);
    next.set("chart", series);
    return `?${next}`;
  };
  return (
    <>
      <nav className="series" aria-label={t("stats.series")}>
        {SERIES.map((series) => (
          <Link
            key={series}
            to={address(series)}
            preventScrollReset
            replace
            aria-current={series === shown ? "true" : undefined}
          >
            <span className="series-name">{t(`stats.${series}`)}</span>
            <strong>{total(series)}</strong>
            <Sparkline values={days.map((day) => heightOf(day, series))} />
          </Link>
        ))}
      </nav>
      <DayChart
        label={t("stats.byDay", { name: t(`stats.${shown}`) })}
        days={days.map((day) => ({
          day: day.day,
          value: heightOf(day, shown),
          text:
            shown === "clicks"
              ? t("stats.clicksOf", { counted: format.integer(day.counted), all: format.integer(day.clicks) })
              : format.money(day[shown]),
        }))}
        mark={mark}
      />
      <StatsDayTable days={days} />
    </>
  );
}
