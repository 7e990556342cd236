import { useTranslation } from "react-i18next";
import type { BoardFragment, OwnPlaceFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";

interface BoardTableProps {
  caption: string;
  entries: readonly BoardFragment[];
  /** One's own place when it is below what the board shows. */
  below: OwnPlaceFragment | null;
}

/** Everybody below the podium, and oneself, however far down. */
export function BoardTable({ caption, entries, below }: BoardTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  // Ranks and masked names repeat; only the place in the list tells the rows apart.
  const rows = entries.map((entry, index) => ({ ...entry, place: index }));
  if (rows.length === 0 && !below) return null;
  return (
    <table className="board">
      <caption className="visually-hidden">{caption}</caption>
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
        {rows.map(({ place, rank, name, clicks, isMe }) => (
          <tr key={place} className={isMe ? "board-mine" : undefined}>
            <td className="board-rank">{rank}</td>
            <td>
              {name}
              {isMe ? <span className="badge badge-me">{t("leaderboard.you")}</span> : null}
            </td>
            <td className="number">{format.integer(clicks)}</td>
          </tr>
        ))}
        {below ? (
          <tr className="board-mine board-below">
            <td className="board-rank">{below.rank}</td>
            <td>{t("leaderboard.you")}</td>
            <td className="number">{format.integer(below.clicks)}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}
