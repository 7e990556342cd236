import { useTranslation } from "react-i18next";
import { Page } from "./Page.tsx";

/** Where a page that broke, or whose code could not be loaded, ends. */
export function ErrorPage() {
  const { t } = useTranslation();
  return (
    <main className="shell-alone">
      <Page title={t("broken.title")} lead={t("broken.body")}>
        <p>
          <button type="button" className="primary" onClick={() => window.location.reload()}>
            {t("broken.reload")}
          </button>
        </p>
      </Page>
    </main>
  );
}
