import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RequestCardFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { DialogActions } from "../../ui/DialogActions.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Field } from "../../ui/Field.tsx";
import type { Decision } from "./use-decision.ts";

export function RejectDialog(props: {
  request: RequestCardFragment;
  decision: Decision;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { request, decision, onCancel } = props;
  const { busy, error } = decision.action;
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!reason.trim()) return setMissing(true);
    decision.reject(reason.trim());
  };
  return (
    <Dialog title={t("queue.rejectTitle", { amount: format.money(request.amount) })} onClose={onCancel}>
      <form noValidate onSubmit={submit}>
        <p>{t("queue.rejectBody", { email: request.partner.email })}</p>
        <Field
          label={t("queue.reason")}
          hint={t("queue.reasonHint")}
          required
          maxLength={500}
          value={reason}
          onValue={(value) => {
            setReason(value);
            setMissing(false);
          }}
          problem={missing ? t("queue.reasonMissing") : undefined}
        />
        {error ? <Failure error={error} /> : null}
        <DialogActions danger busy={busy} submit={t("queue.reject")} onCancel={onCancel} />
      </form>
    </Dialog>
  );
}
