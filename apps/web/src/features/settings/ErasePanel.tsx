import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ErasePanelQuery } from "../../generated/graphql.ts";
import { useErasePanelQuery } from "../../generated/hooks.ts";
import { isSome } from "../../lib/amount.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { EraseDialog } from "./EraseDialog.tsx";

/** What erasing the account takes away, what it leaves, and what it costs; then the way to do it. */
export function ErasePanel({ email }: { email: string }) {
  const { t } = useTranslation();
  const standing = useErasePanelQuery({ fetchPolicy: "cache-and-network" });
  return (
    <Panel title={t("erase.title")}>
      <dl className="erase-facts">
        {(["goes", "stays"] as const).map((fact) => (
          <div key={fact}>
            <dt>{t(`erase.${fact}`)}</dt>
            <dd>{t(`erase.${fact}Text`)}</dd>
          </div>
        ))}
      </dl>
      <QueryView result={standing}>{(data) => <EraseWay email={email} standing={data} />}</QueryView>
    </Panel>
  );
}

function EraseWay({ email, standing }: { email: string; standing: ErasePanelQuery }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const [asking, setAsking] = useState(false);
  const { available } = standing.balance;
  const open = standing.requested.totalCount + standing.approved.totalCount;
  const amount = isSome(available) ? money(available) : null;
  if (open > 0) {
    return (
      <div className="notice notice-warm">
        <p>{t("erase.open", { count: open })}</p>
        <p className="links-row">
          <Link to="/partners/earnings">{t("erase.toWithdrawals")}</Link>
        </p>
      </div>
    );
  }
  return (
    <>
      {amount ? (
        <div className="notice notice-warm">
          <p>{t("erase.givenUp", { amount })}</p>
          <p className="links-row">
            <Link to="/partners/earnings#withdraw">{t("erase.withdrawFirst")}</Link>
          </p>
        </div>
      ) : null}
      <div className="buttons">
        <button type="button" className="danger" onClick={() => setAsking(true)}>
          {t("erase.start")}
        </button>
      </div>
      {asking ? <EraseDialog email={email} givenUp={amount} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
