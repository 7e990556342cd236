import { useTranslation } from "react-i18next";
import type { BoardFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Medal } from "./Medal.tsx";
import type { Podium } from "./podium.ts";

/** The first three ranks; whoever shares one shares the step. */
export function PodiumSteps({ steps }: { steps: Podium<BoardFragment>["steps"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className="podium" aria-label={t("leaderboard.podium")}>
      {steps.map(({ rank, entries }) => (
        <li key={rank} className={`podium-step podium-step-${rank}`}>
          <Medal rank={rank} />
          <p className="visually-hidden">{t("leaderboard.rankOf", { rank })}</p>
          {named(entries).map(({ key, name, isMe }) => (
            <p key={key} className="podium-name">
              {name}
              {isMe ? <span className="badge badge-me">{t("leaderboard.you")}</span> : null}
            </p>
          ))}
          <p className="podium-clicks">
            {t("leaderboard.clickCount", {
              count: entries[0]?.clicks ?? 0,
              formatted: format.integer(entries[0]?.clicks ?? 0),
            })}
          </p>
          <span className="podium-plinth" aria-hidden="true" />
        </li>
      ))}
    </ol>
  );
}

/** Masked names repeat; only the place on the step tells two apart. */
function named(entries: readonly BoardFragment[]) {
  return entries.map((entry, index) => ({ ...entry, key: `${entry.name}-${index}` }));
}
