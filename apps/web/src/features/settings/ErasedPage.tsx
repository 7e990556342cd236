import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Page } from "../../ui/Page.tsx";

/** Where one lands after erasing one's account: it is done. */
export function ErasedPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("erase.doneTitle")} lead={t("erase.done")}>
      <p>{t("erase.doneAgain")}</p>
      <p className="links-row">
        <Link to="/partners">{t("erase.toStart")}</Link>
      </p>
    </Page>
  );
}
