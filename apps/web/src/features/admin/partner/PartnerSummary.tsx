import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PartnerSummaryFragment } from "../../../generated/graphql.ts";
import { useFormat } from "../../../lib/use-format.ts";
import { Figure, Figures } from "../../../ui/Figures.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { CorrectionDialog } from "./CorrectionDialog.tsx";
import { StandingDialog } from "./StandingDialog.tsx";

/** Where the partner stands: the money, whether clicks are paid, and what an admin can do about either. */
export function PartnerSummary({ partner }: { partner: PartnerSummaryFragment }) {
  const { t } = useTranslation();
  const { money, integer, instant, day } = useFormat();
  const [asking, setAsking] = useState<"correction" | "standing" | null>(null);
  const { balance, status, erasedAt } = partner;
  const suspended = status === "SUSPENDED";
  const lapsing = balance.lapsingNext
    ? t("money.lapsing", { amount: money(balance.lapsingNext.amount), day: day(balance.lapsingNext.on) })
    : null;
  const close = () => setAsking(null);
  return (
    <Panel
      title={t("partner.balance")}
      actions={
        erasedAt ? null : (
          <div className="buttons">
            <span className={suspended ? "badge badge-rejected" : "badge badge-paid"}>
              {t(`partnerStatus.${status}`)}
            </span>
            <button type="button" onClick={() => setAsking("correction")}>
              {t("correction.open")}
            </button>
            <button
              type="button"
              className={suspended ? "primary" : "danger"}
              onClick={() => setAsking("standing")}
            >
              {suspended ? t("partner.reactivate") : t("partner.suspend")}
            </button>
          </div>
        )
      }
    >
      {erasedAt ? (
        <div className="notice notice-warm">
          <p>{t("partner.erased", { at: instant(erasedAt) })}</p>
        </div>
      ) : null}
      <Figures>
        <Figure
          strong
          label={erasedAt ? t("money.unclaimed") : t("money.available")}
          value={money(balance.available)}
          note={erasedAt && lapsing ? `${t("money.unclaimedNote")} ${lapsing}` : lapsing}
        />
        <Figure label={t("money.pending")} value={money(balance.pending)} />
        <Figure label={t("money.paid")} value={money(balance.paid)} />
        <Figure label={t("money.earned")} value={money(balance.earned)} />
        <Figure label={t("money.debt")} value={money(balance.debt)} />
        <Figure
          label={t("money.clicks")}
          value={integer(balance.clicks)}
          note={t("money.each", { amount: money(balance.epc) })}
        />
      </Figures>
      {asking === "correction" ? <CorrectionDialog partner={partner} onClose={close} /> : null}
      {asking === "standing" ? <StandingDialog partner={partner} onClose={close} /> : null}
    </Panel>
  );
}
