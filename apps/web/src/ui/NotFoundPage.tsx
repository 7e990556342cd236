import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { homeOf } from "../lib/home-of.ts";
import { useViewer } from "../lib/use-viewer.ts";
import { Page } from "./Page.tsx";

export function NotFoundPage() {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  return (
    <Page title={t("notFound.title")} lead={t("notFound.body")}>
      <p>
        <Link className="button primary" to={homeOf(viewer)}>
          {t("notFound.home")}
        </Link>
      </p>
    </Page>
  );
}
