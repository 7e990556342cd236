import { useTranslation } from "react-i18next";
import { useConnection } from "../lib/connection.ts";
import { Page } from "./Page.tsx";

/** Where a page that broke, or whose code could not be loaded, ends; without a network it says that instead. */
export function ErrorPage() {
  const { t } = useTranslation();
  const words = useConnection() === "offline" ? "offline" : "broken";
  return (
    <main className="shell-alone">
      <Page title={t(`${words}.title`)} lead={t(`${words}.body`)}>
        <p>
          <button type="button" className="primary" onClick={() => window.location.reload()}>
            {t(`${words}.reload`)}
          </button>
        </p>
      </Page>
    </main>
  );
}
