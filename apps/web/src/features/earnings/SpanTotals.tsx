import { useTranslation } from "react-i18next";
import type { DayOfEarningsFragment } from "../../generated/graphql.ts";
import { sumOf } from "../../lib/amount.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Changing } from "../../ui/Changing.tsx";

/** What the days on show come to. */
export function SpanTotals({ days }: { days: readonly DayOfEarningsFragment[] }) {
  const { t } = useTranslation();
  const { integer, money } = useFormat();
  const clicks = days.reduce((total, day) => total + day.clicks, 0);
  const earned = sumOf(days.map((day) => day.earned));
  return (
    <p className="span-totals">
      <Changing of={clicks}>
        <b>{integer(clicks)}</b> {t("earnings.totalClicks", { count: clicks })}
      </Changing>
      <Changing of={earned}>
        <b>{money(earned)}</b> {t("earnings.totalEarned")}
      </Changing>
    </p>
  );
}
