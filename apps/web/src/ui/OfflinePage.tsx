import { useTranslation } from "react-i18next";

/** What the browser shows when it finds no network: plain HTML and `offline.js`, which looks whether it is back. */
export function OfflinePage() {
  const { t } = useTranslation();
  return (
    <main className="shell-alone">
      <div className="page">
        <div>
          <h1>{t("offline.title")}</h1>
          <p className="lead">{t("offline.body")}</p>
        </div>
        <p>
          <button type="button" className="primary">
            {t("offline.reload")}
          </button>
        </p>
      </div>
    </main>
  );
}
