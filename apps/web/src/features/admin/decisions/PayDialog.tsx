import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RequestGridRowFragment } from "../../../generated/graphql.ts";
import { useAction } from "../../../lib/use-action.ts";
import { useFormat } from "../../../lib/use-format.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { Failure } from "../../../ui/Failure.tsx";
import { Field } from "../../../ui/Field.tsx";
import { FullDestination } from "./FullDestination.tsx";

/** Most characters that a reference may have, here as in the API. */
const LONGEST = 200;

/** Shows where to send the money, and takes the reference of the payment made. */
export function PayDialog(props: {
  request: RequestGridRowFragment;
  /** Rejects with what keeps the dialog open. */
  onPay: (reference: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { request, onPay, onClose } = props;
  const { busy, error, run } = useAction();
  const [reference, setReference] = useState("");
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = reference.trim();
    if (!text) return setMissing(true);
    run(async () => {
      await onPay(text);
      onClose();
    });
  };
  return (
    <Dialog
      title={t("queue.payTitle", { amount: format.money(request.amount) })}
      lead={t("queue.payBody", { email: request.partner.email })}
      onClose={onClose}
    >
      <FullDestination request={request} />
      <form noValidate onSubmit={submit}>
        <Field
          label={t("queue.referenceField")}
          hint={t("queue.referenceHint")}
          required
          maxLength={LONGEST}
          autoComplete="off"
          value={reference}
          onValue={(value) => {
            setReference(value);
            setMissing(false);
          }}
          problem={missing ? t("queue.referenceMissing") : undefined}
        />
        {error ? <Failure error={error} /> : null}
        <DialogActions busy={busy} submit={t("queue.pay")} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
