import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PartnerSummaryFragment } from "../../generated/graphql.ts";
import { useReactivatePartnerMutation, useSuspendPartnerMutation } from "../../generated/hooks.ts";
import { useAction } from "../../lib/use-action.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { DialogActions } from "../../ui/DialogActions.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Field } from "../../ui/Field.tsx";

/** Suspends an active partner, reactivates a suspended one; either way with a reason. */
export function StandingDialog({
  partner,
  onClose,
}: {
  partner: PartnerSummaryFragment;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { id, email } = partner;
  // As it was when the question was put: the answer changes it under the open dialog.
  const [suspended] = useState(partner.status === "SUSPENDED");
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const [suspend] = useSuspendPartnerMutation();
  const [reactivate] = useReactivatePartnerMutation();
  const { busy, error, run } = useAction();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!reason.trim()) return setMissing(true);
    run(async () => {
      await (suspended ? reactivate : suspend)({ variables: { id, reason: reason.trim() } });
      onClose();
    });
  };
  return (
    <Dialog
      title={suspended ? t("partner.reactivateTitle", { email }) : t("partner.suspendTitle", { email })}
      onClose={onClose}
    >
      <form noValidate onSubmit={submit}>
        <p>{suspended ? t("partner.reactivateBody") : t("partner.suspendBody")}</p>
        <Field
          label={t("queue.reason")}
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
        <DialogActions
          danger={!suspended}
          busy={busy}
          submit={suspended ? t("partner.reactivate") : t("partner.suspend")}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
