import { useTranslation } from "react-i18next";
import { Empty } from "../../ui/Empty.tsx";

/** No link yet: the three things that lead to the first earning. */
export function FirstLink() {
  const { t } = useTranslation();
  return (
    <Empty title={t("links.emptyTitle")}>
      <ol className="first-link">
        <li>{t("links.emptyPaste")}</li>
        <li>{t("links.emptyShare")}</li>
        <li>{t("links.emptyWatch")}</li>
      </ol>
    </Empty>
  );
}
