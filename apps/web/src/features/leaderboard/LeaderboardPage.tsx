import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useLeaderboardPlaceQuery, useLeaderboardQuery } from "../../generated/hooks.ts";
import { useViewer } from "../../lib/use-viewer.ts";
import { FilterLinks } from "../../ui/FilterLinks.tsx";
import { Page } from "../../ui/Page.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { Board } from "./Board.tsx";
import { BoardSkeleton } from "./BoardSkeleton.tsx";
import { PERIODS, periodOf } from "./period.ts";
import "./leaderboard.css";

export function LeaderboardPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { period, param } = periodOf(params.get("period"));
  const { viewer } = useViewer();
  const isPartner = viewer?.role === "PARTNER";
  const board = useLeaderboardQuery({ variables: { period } });
  const place = useLeaderboardPlaceQuery({ variables: { period }, skip: !isPartner });
  // While another period is on its way the one before stays, or the page would jump.
  const data = board.data ?? board.previousData;
  const ownPlace = (place.data ?? place.previousData)?.leaderboardPlace;
  // A partner's own place stands above the board: both come together, or the board would be pushed down.
  const waiting = viewer === undefined || (isPartner && !ownPlace && !place.error);
  return (
    <Page title={t("leaderboard.title")} lead={t("leaderboard.lead")}>
      <FilterLinks
        label={t("leaderboard.period")}
        param="period"
        value={param}
        options={PERIODS.map((known) => ({ value: known.param, label: t(`period.${known.period}`) }))}
      />
      <QueryView
        result={{ data: waiting ? undefined : data, error: board.error, refetch: board.refetch }}
        loading={<BoardSkeleton />}
      >
        {({ leaderboard }) => (
          <div className="board-of-period" aria-busy={board.loading}>
            <Board
              caption={t(`period.${period}`)}
              entries={leaderboard}
              place={isPartner ? ownPlace : undefined}
              visiting={viewer === null}
            />
          </div>
        )}
      </QueryView>
    </Page>
  );
}
