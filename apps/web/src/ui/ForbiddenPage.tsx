import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { homeOf } from "../lib/home-of.ts";
import { useViewer } from "../lib/use-viewer.ts";
import { Page } from "./Page.tsx";

export function ForbiddenPage() {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  return (
    <Page title={t("forbidden.title")} lead={t("forbidden.body", { email: viewer?.email ?? "" })}>
      <p>
        <Link className="button primary" to={homeOf(viewer)}>
          {t("forbidden.home")}
        </Link>
      </p>
    </Page>
  );
}
