import type { MicroEuros } from "@contentflow/domain/money";
import { useTranslation } from "react-i18next";
import type { PartnerSummaryFragment } from "../../../generated/graphql.ts";
import type { CorrectionKind } from "../../../generated/schema.ts";
import { useFormat } from "../../../lib/use-format.ts";
import { corrected } from "./correction.ts";

/** What the balance is, and what it will be. */
export function CorrectionPreview(props: {
  balance: PartnerSummaryFragment["balance"];
  kind: CorrectionKind;
  amount: MicroEuros | null;
}) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { balance, kind, amount } = props;
  const after = amount === null ? balance : corrected(balance, kind, amount);
  const owes = amount !== null && after.debt !== balance.debt;
  return (
    <div className="preview" aria-live="polite">
      <dl>
        {(["available", "debt"] as const).map((name) => (
          <div key={name}>
            <dt>{t(`money.${name}`)}</dt>
            <dd>
              {money(balance[name])}
              {after[name] === balance[name] ? null : (
                <>
                  <span aria-hidden="true"> → </span>
                  <span className="visually-hidden">{t("correction.becomes")} </span>
                  <strong>{money(after[name])}</strong>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {owes ? <p className="note">{t(`correction.debt.${kind}`)}</p> : null}
    </div>
  );
}
