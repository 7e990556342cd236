import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { usePortalQuery } from "../../generated/hooks.ts";
import { useFormat } from "../../lib/use-format.ts";
import { useLiveBalance } from "../../lib/use-live-balance.ts";
import { Figure, Figures } from "../../ui/Figures.tsx";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { NextStep } from "./NextStep.tsx";

/** The partner's hub: what there is, what to do next, and the way to everything. */
export function PortalPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const balance = useLiveBalance();
  const portal = usePortalQuery();
  return (
    <Page title={t("portal.title")} lead={t("portal.lead")}>
      <QueryView result={balance}>
        {({ balance: { available, pending, clicks, lapsingNext } }) => (
          <Figures live>
            <Figure
              strong
              label={t("balance.available")}
              value={format.money(available)}
              note={
                lapsingNext
                  ? t("balance.lapsing", {
                      amount: format.money(lapsingNext.amount),
                      day: format.day(lapsingNext.on),
                    })
                  : null
              }
            />
            <Figure label={t("balance.pending")} value={format.money(pending)} />
            <Figure label={t("balance.clicks")} value={format.integer(clicks)} />
          </Figures>
        )}
      </QueryView>
      <Panel title={t("portal.nextTitle")}>
        <QueryView result={portal}>
          {({ links, program }) => (
            <QueryView result={balance}>
              {(data) => (
                <NextStep hasLinks={links.totalCount > 0} balance={data.balance} program={program} />
              )}
            </QueryView>
          )}
        </QueryView>
      </Panel>
      <Panel title={t("portal.moreTitle")}>
        <ul className="link-list">
          <li>
            <Link to="/partners/earnings">{t("portal.toEarnings")}</Link>
          </li>
          <li>
            <Link to="/partner/links">{t("portal.toLinks")}</Link>
          </li>
          <li>
            <Link to="/partners/leaderboard">{t("portal.toBoard")}</Link>
          </li>
          <li>
            <Link to="/partners/faq">{t("portal.toFaq")}</Link>
          </li>
          <li>
            <Link to="/partner/settings">{t("portal.toSettings")}</Link>
          </li>
        </ul>
      </Panel>
    </Page>
  );
}
