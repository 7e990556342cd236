import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PartnerSummaryFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Figure, Figures } from "../../ui/Figures.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { StandingDialog } from "./StandingDialog.tsx";

/** Where the partner stands: the money, and whether clicks are paid. */
export function PartnerSummary({ partner }: { partner: PartnerSummaryFragment }) {
  const { t } = useTranslation();
  const { money, integer, instant } = useFormat();
  const [asking, setAsking] = useState(false);
  const { balance, status } = partner;
  const suspended = status === "SUSPENDED";
  return (
    <Panel
      title={t("partner.balance")}
      actions={
        <div className="buttons">
          <span className={suspended ? "badge badge-rejected" : "badge badge-paid"}>
            {t(`partnerStatus.${status}`)}
          </span>
          <button type="button" className={suspended ? "primary" : "danger"} onClick={() => setAsking(true)}>
            {suspended ? t("partner.reactivate") : t("partner.suspend")}
          </button>
        </div>
      }
    >
      <Figures>
        <Figure strong label={t("balance.available")} value={money(balance.available)} />
        <Figure label={t("balance.pending")} value={money(balance.pending)} />
        <Figure label={t("balance.paid")} value={money(balance.paid)} />
        <Figure label={t("balance.earned")} value={money(balance.earned)} />
        <Figure label={t("balance.debtLabel")} value={money(balance.debt)} />
        <Figure label={t("balance.clicks")} value={integer(balance.clicks)} />
        <Figure label={t("balance.epc")} value={money(balance.epc)} />
      </Figures>
      {partner.statusChanges.length > 0 ? (
        <ul className="plain note">
          {partner.statusChanges.map((change) => (
            <li key={change.id}>
              {t("partner.changedBy", {
                status: t(`partnerStatus.${change.status}`),
                at: instant(change.at),
                email: change.byEmail,
                reason: change.reason,
              })}
            </li>
          ))}
        </ul>
      ) : null}
      {asking ? <StandingDialog partner={partner} onClose={() => setAsking(false)} /> : null}
    </Panel>
  );
}
