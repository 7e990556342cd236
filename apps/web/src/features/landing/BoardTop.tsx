import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { LandingQuery } from "../../generated/asked.ts";
import { Skeletons } from "../../ui/Skeleton.tsx";

const SHOWN = 3;

/** Who is ahead these days, and the ways on: the whole board, and the answers. */
export function BoardTop({ entries }: { entries: LandingQuery["leaderboard"] | undefined }) {
  const { t } = useTranslation();
  return (
    <section className="board-top" aria-labelledby="board">
      <div>
        <h2 id="board">{t("landing.boardTitle")}</h2>
        <div className="board-top-rows">
          {entries ? (
            <ol className="rows">
              {places(entries).map(({ place, rank, name, clicks }) => (
                <li key={place}>
                  <b>{rank}</b> {name}
                  <span className="note">{t("landing.boardClicks", { count: clicks })}</span>
                </li>
              ))}
            </ol>
          ) : (
            <Skeletons shape="row" count={SHOWN} />
          )}
        </div>
        <Link className="on" to="/partners/leaderboard">
          {t("landing.board")}
        </Link>
      </div>
      <div>
        <h2>{t("landing.questionsTitle")}</h2>
        <p>{t("landing.questionsBody")}</p>
        <Link className="on" to="/partners/faq">
          {t("landing.faq")}
        </Link>
      </div>
    </section>
  );
}

/** Masked names repeat and ranks are shared: only the place on the page tells rows apart. */
function places(entries: LandingQuery["leaderboard"]) {
  return entries.slice(0, SHOWN).map((entry, index) => ({ ...entry, place: index }));
}
