import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useInvalidateClicksMutation } from "../../generated/hooks.ts";
import { useAction } from "../../lib/use-action.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { DialogActions } from "../../ui/DialogActions.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Field } from "../../ui/Field.tsx";

/** Takes back the earnings of clicks that turned out to be invalid. */
export function InvalidateDialog(props: {
  eventIds: readonly string[];
  onDone: () => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const { eventIds, onDone, onCancel } = props;
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const [invalidate] = useInvalidateClicksMutation({
    refetchQueries: ["PartnerEvents", "PartnerLedger"],
  });
  const { busy, error, run } = useAction();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!reason.trim()) return setMissing(true);
    run(async () => {
      await invalidate({ variables: { eventIds, reason: reason.trim() } });
      onDone();
    });
  };
  return (
    <Dialog title={t("invalidate.title", { count: eventIds.length })} onClose={onCancel}>
      <form noValidate onSubmit={submit}>
        <p>{t("invalidate.body")}</p>
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
        <DialogActions danger busy={busy} submit={t("invalidate.submit")} onCancel={onCancel} />
      </form>
    </Dialog>
  );
}
