import { useTranslation } from "react-i18next";
import type { BalanceFiguresFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Figure, Figures } from "../../ui/Figures.tsx";

/** What can be withdrawn first, then where the rest is. */
export function BalanceFigures({ balance }: { balance: BalanceFiguresFragment }) {
  const { t } = useTranslation();
  const { money, integer, day } = useFormat();
  const { lapsingNext, debt } = balance;
  const indebted = /[1-9]/.test(debt);
  return (
    <>
      <Figures live>
        <Figure
          strong
          label={t("balance.available")}
          value={money(balance.available)}
          note={t("balance.availableNote")}
        />
        <Figure label={t("balance.pending")} value={money(balance.pending)} note={t("balance.pendingNote")} />
        <Figure label={t("balance.paid")} value={money(balance.paid)} />
        <Figure label={t("balance.earned")} value={money(balance.earned)} note={t("balance.earnedNote")} />
        <Figure label={t("balance.clicks")} value={integer(balance.clicks)} note={t("balance.clicksNote")} />
        <Figure label={t("balance.epc")} value={money(balance.epc)} note={t("balance.epcNote")} />
      </Figures>
      {lapsingNext ? (
        <p className="notice notice-warm">
          {t("balance.lapsing", { amount: money(lapsingNext.amount), day: day(lapsingNext.on) })}
        </p>
      ) : null}
      {indebted ? <p className="notice">{t("balance.debt", { amount: money(debt) })}</p> : null}
    </>
  );
}
