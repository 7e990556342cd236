import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useProgramQuery } from "../../generated/hooks.ts";
import { homeOf } from "../../lib/home-of.ts";
import { useViewer } from "../../lib/use-viewer.ts";
import { MagicLinkForm } from "../../ui/MagicLinkForm.tsx";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { Terms } from "./Terms.tsx";

export function LandingPage() {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const program = useProgramQuery();
  return (
    <Page title={t("landing.title")} lead={t("landing.lead")}>
      <div className="columns">
        <Panel title={t("landing.termsTitle")} note={t("landing.termsNote")}>
          <QueryView result={program}>{(data) => <Terms program={data.program} />}</QueryView>
        </Panel>
        <Panel title={viewer ? t("landing.signedInTitle") : t("landing.joinTitle")}>
          {viewer ? (
            <>
              <p>{t("landing.signedInBody", { email: viewer.email })}</p>
              <Link className="button primary" to={homeOf(viewer)}>
                {t("landing.goOn")}
              </Link>
            </>
          ) : (
            <>
              <p>{t("landing.joinBody")}</p>
              <MagicLinkForm submit={t("landing.join")} />
            </>
          )}
        </Panel>
      </div>
      <Panel title={t("landing.howTitle")}>
        <ol className="steps">
          <li>
            <strong>{t("landing.shareTitle")}</strong> {t("landing.shareBody")}
          </li>
          <li>
            <strong>{t("landing.earnTitle")}</strong> {t("landing.earnBody")}
          </li>
          <li>
            <strong>{t("landing.withdrawTitle")}</strong> {t("landing.withdrawBody")}
          </li>
        </ol>
        <p className="links-row">
          <Link to="/partners/leaderboard">{t("landing.board")}</Link>
          <Link to="/partners/faq">{t("landing.faq")}</Link>
        </p>
      </Panel>
    </Page>
  );
}
