import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { BoardFragment, OwnPlaceFragment } from "../../generated/graphql.ts";
import { Empty } from "../../ui/Empty.tsx";
import { BoardTable } from "./BoardTable.tsx";
import { nextPlace } from "./next-place.ts";
import { OwnPlace } from "./OwnPlace.tsx";
import { PodiumSteps } from "./PodiumSteps.tsx";
import { podiumOf } from "./podium.ts";

interface BoardProps {
  caption: string;
  entries: readonly BoardFragment[];
  /** Of the signed-in partner; undefined for others, and until known. */
  place: OwnPlaceFragment | undefined;
  /** Whether nobody is signed in. */
  visiting: boolean;
}

/** The board of one period, as whoever looks at it needs it. */
export function Board({ caption, entries, place, visiting }: BoardProps) {
  const { t } = useTranslation();
  const { steps, rest } = podiumOf(entries);
  const shown = entries.some(({ isMe }) => isMe);
  const below = place && place.rank !== null && !shown ? place : null;
  return (
    <>
      {place ? <OwnPlace place={place} next={nextPlace(entries, place)} /> : null}
      {entries.length === 0 ? (
        <Empty title={t("leaderboard.emptyTitle")}>
          <p>{t("leaderboard.emptyBody")}</p>
        </Empty>
      ) : (
        <div className="board-panel">
          <PodiumSteps steps={steps} />
          <BoardTable caption={caption} entries={rest} below={below} />
        </div>
      )}
      {visiting ? (
        <p className="board-join">
          {t("leaderboard.joinLead")} <Link to="/partners">{t("leaderboard.join")}</Link>
        </p>
      ) : null}
    </>
  );
}
