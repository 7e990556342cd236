import { formatEuros, subtract } from "@contentflow/domain/money";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { WithdrawalTermsQuery } from "../../generated/graphql.ts";
import { readAmount } from "../../lib/amount.ts";
import { refusalOf } from "../../lib/refusal.ts";
import type { Action } from "../../lib/use-action.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { DialogActions } from "../../ui/DialogActions.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { mayPassLater } from "./answered-field.ts";
import type { Order } from "./check-draft.ts";
import { destinationLines } from "./destination-lines.ts";

/** What will happen, in full, before it does. */
export function WithdrawalConfirm(props: {
  order: Order;
  available: string;
  terms: WithdrawalTermsQuery;
  action: Action;
  onConfirm: () => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { order, available, terms, action, onConfirm, onCancel } = props;
  const left = formatEuros(subtract(readAmount(available), readAmount(order.amount)));
  const isFinal = action.error !== null && !mayPassLater(refusalOf(action.error));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isFinal) onConfirm();
  };
  return (
    <Dialog title={t("withdraw.confirmTitle", { amount: money(order.amount) })} onClose={onCancel}>
      <form onSubmit={submit}>
        <dl className="confirm-facts">
          <div>
            <dt>{t("withdraw.to")}</dt>
            <dd>
              {destinationLines(order, terms.savedDestinations).map((line) => (
                <span key={line} className="confirm-line">
                  {line}
                </span>
              ))}
              <span className="note">{t(`method.${order.method}`)}</span>
            </dd>
          </div>
          <div>
            <dt>{t("withdraw.left")}</dt>
            <dd>{money(left)}</dd>
          </div>
        </dl>
        <ol className="confirm-steps">
          <li>{t("withdraw.stepAside", { amount: money(order.amount) })}</li>
          <li>{t("withdraw.stepReview")}</li>
          <li>{t("withdraw.stepOutcome")}</li>
        </ol>
        {action.error ? <Failure error={action.error} /> : null}
        <DialogActions
          busy={action.busy}
          submit={isFinal ? undefined : action.error ? t("state.retry") : t("withdraw.confirm")}
          onCancel={onCancel}
        />
      </form>
    </Dialog>
  );
}
