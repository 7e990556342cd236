import { dayOf, daysBetween } from "@contentflow/domain/day";
import { useTranslation } from "react-i18next";
import type { BalanceFiguresFragment } from "../../generated/graphql.ts";
import { isSome } from "../../lib/amount.ts";
import { useFormat } from "../../lib/use-format.ts";
import { useNow } from "../../lib/use-now.ts";
import { Announcement } from "../../ui/Announcement.tsx";
import { Changing } from "../../ui/Changing.tsx";
import { Figure, Figures } from "../../ui/Figures.tsx";
import { MoneyHero } from "../../ui/MoneyHero.tsx";

/** From when on it is worth a word beside the amount; before, it would only alarm. */
const SOON_DAYS = 30;

/** What can be withdrawn first, then where the rest is. */
export function BalanceFigures({ balance }: { balance: BalanceFiguresFragment }) {
  const { t } = useTranslation();
  const { money, integer, day } = useFormat();
  const { available, pending, paid, earned, clicks, epc, lapsingNext, debt } = balance;
  const today = dayOf(useNow());
  const isSoon = lapsingNext !== null && daysBetween(today, lapsingNext.on) <= SOON_DAYS;
  const amount = (of: string) => <Changing of={of}>{money(of)}</Changing>;
  return (
    <>
      <MoneyHero
        label={t("balance.available")}
        amount={available}
        note={
          isSoon
            ? t("balance.lapsing", { amount: money(lapsingNext.amount), day: day(lapsingNext.on) })
            : null
        }
        action={
          <a className="button primary to-withdraw" href="#withdraw">
            {t("balance.toWithdraw")}
          </a>
        }
      >
        <Figures>
          <Figure label={t("balance.pending")} value={amount(pending)} note={t("balance.pendingNote")} />
          <Figure label={t("balance.paid")} value={amount(paid)} note={t("balance.paidNote")} />
          <Figure label={t("balance.earned")} value={amount(earned)} note={t("balance.earnedNote")} />
          <Figure
            label={t("balance.clicks")}
            value={<Changing of={clicks}>{integer(clicks)}</Changing>}
            note={t("balance.clicksNote")}
          />
          <Figure label={t("balance.epc")} value={money(epc)} note={t("balance.epcNote")} />
        </Figures>
        <Announcement text={t("balance.spoken", { available: money(available), pending: money(pending) })} />
      </MoneyHero>
      {isSome(debt) ? (
        <p className="notice notice-warm">{t("balance.debt", { amount: money(debt) })}</p>
      ) : null}
    </>
  );
}
