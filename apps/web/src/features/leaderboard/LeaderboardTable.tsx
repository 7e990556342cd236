import { useTranslation } from "react-i18next";
import type { LeaderboardTableFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";

const PODIUM = 3;

/** Ties share a rank, and with it the medal. */
export function LeaderboardTable(props: { entries: readonly LeaderboardTableFragment[]; caption: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  // Ranks and masked names repeat; only the place in the list tells the rows apart.
  const rows = props.entries.map((entry, index) => ({ ...entry, place: index + 1 }));
  return (
    <table className="table-fit">
      <caption className="visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("leaderboard.rank")}</th>
          <th scope="col">{t("leaderboard.partner")}</th>
          <th scope="col" className="number">
            {t("leaderboard.clicks")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ place, ...entry }) => (
          <tr key={place} className={entry.isMe ? "row-mine" : undefined}>
            <td className="rank">
              <span className={entry.rank <= PODIUM ? `medal medal-${entry.rank}` : undefined}>
                {entry.rank}
              </span>
            </td>
            <td>
              {entry.name}
              {entry.isMe ? <span className="badge badge-me">{t("leaderboard.you")}</span> : null}
            </td>
            <td className="number">{format.integer(entry.clicks)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
