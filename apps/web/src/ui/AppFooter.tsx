import { useTranslation } from "react-i18next";
import { Link } from "react-router";

export function AppFooter() {
  const { t } = useTranslation();
  return (
    <footer className="site-footer">
      <p>{t("shell.footer")}</p>
      <nav aria-label={t("shell.footerMenu")}>
        <Link to="/partners">{t("shell.home")}</Link>
        <Link to="/partners/leaderboard">{t("shell.leaderboard")}</Link>
        <Link to="/partners/faq">{t("shell.faq")}</Link>
      </nav>
    </footer>
  );
}
