import { useTranslation } from "react-i18next";

/** What the browser shows when it finds no network: plain HTML, for there is no script either. */
export function OfflinePage() {
  const { t } = useTranslation();
  return (
    <main className="shell-alone">
      <div className="page">
        <div>
          <h1>{t("offline.title")}</h1>
          <p className="lead">{t("offline.body")}</p>
        </div>
        <form>
          <button type="submit" className="primary">
            {t("offline.reload")}
          </button>
        </form>
      </div>
    </main>
  );
}
