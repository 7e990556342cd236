import { KeysDialog } from "./KeysDialog.tsx";
import { PayDialog } from "./PayDialog.tsx";
import { RejectDialog } from "./RejectDialog.tsx";
import type { GridActions } from "./use-grid-actions.ts";

/** The dialog that is open, if any. */
export function GridQuestion({ actions }: { actions: GridActions }) {
  const { question, answer, close } = actions;
  if (question === null) return null;
  if (question.kind === "keys") return <KeysDialog onClose={close} />;
  if (question.kind === "pay") {
    const { request } = question;
    return (
      <PayDialog
        request={request}
        onPay={(reference) => answer([request], { kind: "pay", reference })}
        onClose={close}
      />
    );
  }
  const { requests, leftOut } = question;
  return (
    <RejectDialog
      requests={requests}
      onReject={(reason) => answer(requests, { kind: "reject", reason }, leftOut)}
      onClose={close}
    />
  );
}
