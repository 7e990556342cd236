import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { DayOfEarningsFragment } from "../../generated/graphql.ts";
import { sumOf } from "../../lib/amount.ts";
import { useFormat } from "../../lib/use-format.ts";
import { useLiveEarnings } from "../../lib/use-live-earnings.ts";
import { Changing } from "../../ui/Changing.tsx";
import { Figure, Figures } from "../../ui/Figures.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { Skeletons } from "../../ui/Skeleton.tsx";
import { Sparkline } from "../../ui/Sparkline.tsx";

/** How the last seven days went, today included. */
export function LastWeek() {
  const { t } = useTranslation();
  const earnings = useLiveEarnings(7);
  return (
    <Panel title={t("portal.weekTitle")}>
      <QueryView result={earnings} loading={<Skeletons shape="figure" count={2} />}>
        {(data) => <Week days={data.earnings} />}
      </QueryView>
      <p className="links-row">
        <Link to="/partners/earnings?days=7">{t("portal.everyDay")}</Link>
      </p>
    </Panel>
  );
}

function Week({ days }: { days: readonly DayOfEarningsFragment[] }) {
  const { t } = useTranslation();
  const { integer, money } = useFormat();
  const clicks = days.reduce((total, day) => total + day.clicks, 0);
  const earned = sumOf(days.map((day) => day.earned));
  return (
    <>
      <Figures>
        <Figure label={t("earnings.clicks")} value={<Changing of={clicks}>{integer(clicks)}</Changing>} />
        <Figure label={t("earnings.earned")} value={<Changing of={earned}>{money(earned)}</Changing>} />
      </Figures>
      {clicks > 0 ? (
        <Sparkline values={days.map((day) => day.clicks)} />
      ) : (
        <p className="note">{t("portal.quietWeek")}</p>
      )}
    </>
  );
}
