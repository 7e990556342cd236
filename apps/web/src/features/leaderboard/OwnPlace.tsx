import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { OwnPlaceFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import type { NextPlace } from "./next-place.ts";

/** Where the signed-in partner stands, and what the next place takes; or why they don't stand anywhere. */
export function OwnPlace({ place, next }: { place: OwnPlaceFragment; next: NextPlace | null }) {
  const { t } = useTranslation();
  const { integer } = useFormat();
  const { rank, clicks, partners, listed } = place;
  const clickCount = t("leaderboard.clickCount", { count: clicks, formatted: integer(clicks) });
  if (!listed) {
    return (
      <section className="own-place" aria-label={t("leaderboard.yourPlace")}>
        <p className="own-place-title">{t("leaderboard.unlisted")}</p>
        <p>{t("leaderboard.unlistedBody", { clicks: clickCount })}</p>
        <Link to="/partner/settings">{t("leaderboard.toSettings")}</Link>
      </section>
    );
  }
  if (rank === null) {
    return (
      <section className="own-place" aria-label={t("leaderboard.yourPlace")}>
        <p className="own-place-title">{t("leaderboard.unranked")}</p>
        <p>{t("leaderboard.unrankedBody")}</p>
        <Link to="/partner/links">{t("leaderboard.toLinks")}</Link>
      </section>
    );
  }
  return (
    <section className="own-place" aria-label={t("leaderboard.yourPlace")}>
      <p className="own-place-title">
        {t("leaderboard.placeOf", { rank: integer(rank), partners: integer(partners) })}
      </p>
      <p>
        {clickCount}
        {next ? (
          <>
            {" · "}
            {t("leaderboard.toNext", {
              count: next.clicks,
              clicks: integer(next.clicks),
              rank: integer(next.rank),
            })}
          </>
        ) : null}
      </p>
    </section>
  );
}
