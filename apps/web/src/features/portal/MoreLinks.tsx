import { ChartColumn, CircleHelp, Link2, Settings, Trophy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

const PLACES = [
  ["/partners/earnings", "earnings", ChartColumn],
  ["/partner/links", "links", Link2],
  ["/partners/leaderboard", "board", Trophy],
  ["/partners/faq", "faq", CircleHelp],
  ["/partner/settings", "settings", Settings],
] as const;

/** The way to everything else. */
export function MoreLinks() {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("portal.moreTitle")}>
      <ul className="places">
        {PLACES.map(([to, name, Icon]) => (
          <li key={to}>
            <Link to={to}>
              <Icon aria-hidden="true" size={20} />
              <span>
                <b>{t(`portal.places.${name}.title`)}</b>
                <span className="note">{t(`portal.places.${name}.text`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
