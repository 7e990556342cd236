import { type FormEvent, type ReactNode, useState } from "react";
import { useAction } from "../lib/use-action.ts";
import { Dialog } from "./Dialog.tsx";
import { DialogActions } from "./DialogActions.tsx";
import { Failure } from "./Failure.tsx";
import { TextArea } from "./TextArea.tsx";

interface ReasonDialogProps {
  title: string;
  /** What will happen, in one or two sentences. */
  lead: ReactNode;
  label: string;
  hint?: string;
  /** Ready-made wordings; choosing one fills the field, where it can still be changed. */
  templates?: readonly string[];
  /** Shown when it is sent without a reason. */
  missing: string;
  submit: string;
  danger?: boolean;
  /** Rejects with the refusal, which is then shown; the dialog closes when it resolves. */
  onReason: (reason: string) => Promise<unknown>;
  onClose: () => void;
  /** Where the focus goes then; true for what had it before. */
  finalFocus?: () => HTMLElement | true;
  children?: ReactNode;
}

/** Most characters that a reason may have, here as in the API. */
const LONGEST = 500;

/** A decision that is only taken with a reason, which the person concerned gets to read. */
export function ReasonDialog(props: ReasonDialogProps) {
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const { busy, error, run } = useAction();
  const change = (text: string) => {
    setReason(text);
    setMissing(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = reason.trim();
    if (!text) return setMissing(true);
    run(async () => {
      await props.onReason(text);
      props.onClose();
    });
  };
  return (
    <Dialog title={props.title} lead={props.lead} onClose={props.onClose} finalFocus={props.finalFocus}>
      <form noValidate onSubmit={submit}>
        {props.children}
        {props.templates ? (
          <div className="chips">
            {props.templates.map((template) => (
              <button key={template} type="button" className="chip" onClick={() => change(template)}>
                {template}
              </button>
            ))}
          </div>
        ) : null}
        <TextArea
          label={props.label}
          hint={props.hint}
          value={reason}
          onValue={change}
          maxLength={LONGEST}
          rows={3}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
              event.currentTarget.form?.requestSubmit();
          }}
          problem={missing ? props.missing : undefined}
        />
        {error ? <Failure error={error} /> : null}
        <DialogActions
          submit={props.submit}
          busy={busy}
          danger={props.danger ?? false}
          onCancel={props.onClose}
        />
      </form>
    </Dialog>
  );
}
