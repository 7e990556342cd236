import { useTranslation } from "react-i18next";
import type { LedgerRowFragment } from "../../../generated/graphql.ts";
import { useFormat } from "../../../lib/use-format.ts";
import { type Effect, effectOf } from "./ledger-effect.ts";

/** A true minus sign is as wide as the plus, and read out as one. */
const SIGN: Record<Effect, string> = { less: "−", more: "+", none: "" };

/** One movement: what it did to the partner's money, who booked it and why. */
export function LedgerRow({ entry }: { entry: LedgerRowFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, amount, reason, byEmail } = entry;
  const effect = effectOf(entry);
  return (
    <tr>
      <td>{format.day(entry.bookedOn)}</td>
      <td>{t(`ledgerKind.${kind}`)}</td>
      <td className={`number effect-${effect}`}>
        {SIGN[effect]}
        {format.money(amount)}
      </td>
      <td className="note">
        {t(`account.${entry.debitAccount}`)} → {t(`account.${entry.creditAccount}`)}
      </td>
      <td className="ledger-reason">
        {reason}
        {byEmail ? <span className="note">{t("ledger.by", { email: byEmail })}</span> : null}
      </td>
    </tr>
  );
}
