import { useTranslation } from "react-i18next";
import type { StatsChartFragment } from "../../../generated/graphql.ts";
import { useFormat } from "../../../lib/use-format.ts";
import { ScrollTable } from "../../../ui/ScrollTable.tsx";

/** The chart for whoever would rather read, newest first. */
export function StatsDayTable({ days }: { days: StatsChartFragment["days"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <details className="day-table">
      <summary>{t("stats.asTable")}</summary>
      <ScrollTable
        label={t("stats.asTable")}
        columns={[
          { title: t("stats.day") },
          { title: t("stats.allClicks"), number: true },
          { title: t("stats.clicks"), number: true },
          { title: t("stats.earned"), number: true },
          { title: t("stats.paid"), number: true },
        ]}
      >
        {days.toReversed().map(({ day, clicks, counted, earned, paid }) => (
          <tr key={day}>
            <th scope="row">{format.shortDay(day)}</th>
            <td className="number">{format.integer(clicks)}</td>
            <td className="number">{format.integer(counted)}</td>
            <td className="number">{format.money(earned)}</td>
            <td className="number">{format.money(paid)}</td>
          </tr>
        ))}
      </ScrollTable>
    </details>
  );
}
