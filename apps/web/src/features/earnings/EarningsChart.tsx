import { useTranslation } from "react-i18next";
import type { DayOfEarningsFragment } from "../../generated/graphql.ts";
import { drawnEuros } from "../../lib/drawn.ts";
import { useFormat } from "../../lib/use-format.ts";
import { DayChart } from "../../ui/DayChart.tsx";

/** The days as columns, of clicks or of euros; each says both. */
export function EarningsChart(props: { days: readonly DayOfEarningsFragment[]; show: "clicks" | "euros" }) {
  const { t } = useTranslation();
  const { integer, money } = useFormat();
  const inEuros = props.show === "euros";
  return (
    <DayChart
      label={inEuros ? t("earnings.chartEuros") : t("earnings.chartClicks")}
      days={props.days.map(({ day, clicks, earned }) => ({
        day,
        value: inEuros ? drawnEuros(earned) : clicks,
        text: t("earnings.dayText", { count: clicks, earned: money(earned) }),
      }))}
      mark={(value) => (inEuros ? money(String(value)) : Number.isInteger(value) ? integer(value) : "")}
    />
  );
}
