import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RequestCardFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { DialogActions } from "../../ui/DialogActions.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Field } from "../../ui/Field.tsx";
import { FullDestination } from "./FullDestination.tsx";
import type { Decision } from "./use-decision.ts";

/** Shows where to send the money, and takes the reference of the payment made. */
export function PayDialog(props: { request: RequestCardFragment; decision: Decision; onCancel: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { request, decision, onCancel } = props;
  const { busy, error } = decision.action;
  const [reference, setReference] = useState("");
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!reference.trim()) return setMissing(true);
    decision.pay(reference.trim());
  };
  return (
    <Dialog title={t("queue.payTitle", { amount: format.money(request.amount) })} onClose={onCancel}>
      <form noValidate onSubmit={submit}>
        <p>{t("queue.payBody")}</p>
        <FullDestination request={request} />
        <Field
          label={t("queue.referenceField")}
          hint={t("queue.referenceHint")}
          required
          maxLength={140}
          autoComplete="off"
          value={reference}
          onValue={(value) => {
            setReference(value);
            setMissing(false);
          }}
          problem={missing ? t("queue.referenceMissing") : undefined}
        />
        {error ? <Failure error={error} /> : null}
        <DialogActions busy={busy} submit={t("queue.pay")} onCancel={onCancel} />
      </form>
    </Dialog>
  );
}
