import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useLeaderboardQuery } from "../../generated/hooks.ts";
import { Empty } from "../../ui/Empty.tsx";
import { FilterLinks } from "../../ui/FilterLinks.tsx";
import { Page } from "../../ui/Page.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { LeaderboardTable } from "./LeaderboardTable.tsx";
import { PERIODS, periodOf } from "./period.ts";

export function LeaderboardPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { period, param } = periodOf(params.get("period"));
  const board = useLeaderboardQuery({ variables: { period } });
  return (
    <Page title={t("leaderboard.title")} lead={t("leaderboard.lead")}>
      <FilterLinks
        label={t("leaderboard.period")}
        param="period"
        value={param}
        options={PERIODS.map((known) => ({ value: known.param, label: t(`period.${known.period}`) }))}
      />
      <QueryView result={board}>
        {({ leaderboard }) =>
          leaderboard.length === 0 ? (
            <Empty title={t("leaderboard.emptyTitle")}>
              <p>{t("leaderboard.emptyBody")}</p>
              <Link to="/partners">{t("leaderboard.join")}</Link>
            </Empty>
          ) : (
            <LeaderboardTable entries={leaderboard} caption={t(`period.${period}`)} />
          )
        }
      </QueryView>
    </Page>
  );
}
