import { formatEuros } from "@contentflow/domain/money";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PartnerSummaryFragment } from "../../../generated/graphql.ts";
import type { CorrectionKind } from "../../../generated/schema.ts";
import { useAction } from "../../../lib/use-action.ts";
import { useFormat } from "../../../lib/use-format.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { DialogActions } from "../../../ui/DialogActions.tsx";
import { Failure } from "../../../ui/Failure.tsx";
import { Field } from "../../../ui/Field.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { CorrectionPreview } from "./CorrectionPreview.tsx";
import { LARGEST, readCorrection } from "./correction.ts";
import { useCorrection } from "./use-correction.ts";

const KINDS = ["BONUS", "CLAWBACK"] as const satisfies readonly CorrectionKind[];
const LONGEST_REASON = 500;

/** Gives or takes money by hand, and shows beforehand what that makes of the balance. */
export function CorrectionDialog({
  partner,
  onClose,
}: {
  partner: PartnerSummaryFragment;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const correct = useCorrection();
  const { busy, error, run } = useAction();
  // As it was when the question was put: the answer changes it under the open dialog.
  const [balance] = useState(partner.balance);
  const [kind, setKind] = useState<CorrectionKind>("BONUS");
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const read = readCorrection(text);
  const amount = "amount" in read ? read.amount : null;
  const problem = "problem" in read ? read.problem : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (amount === null || !reason.trim()) return;
    run(async () => {
      await correct({ partnerId: partner.id, kind, amount: formatEuros(amount), reason: reason.trim() });
      onClose();
    });
  };
  return (
    <Dialog
      title={t("correction.title")}
      lead={t("correction.lead", { email: partner.email })}
      onClose={onClose}
    >
      <form noValidate onSubmit={submit}>
        <Choice
          legend={t("correction.kind")}
          value={kind}
          onValue={setKind}
          options={KINDS.map((value) => ({ value, label: t(`correction.kinds.${value}`) }))}
        />
        <Field
          label={t("correction.amount")}
          unit="€"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onValue={setText}
          problem={
            tried && problem ? t(`correction.problem.${problem}`, { largest: money(LARGEST) }) : undefined
          }
        />
        <CorrectionPreview balance={balance} kind={kind} amount={amount} />
        <TextArea
          label={t("queue.reason")}
          hint={t(`queue.reasonHint.${partner.locale}`)}
          value={reason}
          onValue={setReason}
          maxLength={LONGEST_REASON}
          rows={2}
          problem={tried && !reason.trim() ? t("queue.reasonMissing") : undefined}
        />
        {error ? <Failure error={error} /> : null}
        <DialogActions
          submit={
            amount === null
              ? t(`correction.submit.${kind}`)
              : t(`correction.submitAmount.${kind}`, { amount: money(formatEuros(amount)) })
          }
          busy={busy}
          danger={kind === "CLAWBACK"}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
