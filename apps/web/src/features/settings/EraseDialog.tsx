import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../../lib/use-action.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { DialogActions } from "../../ui/DialogActions.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Field } from "../../ui/Field.tsx";
import { isSameAddress } from "./is-same-address.ts";
import { useEraseAccount } from "./use-erase-account.ts";

/** The last question. It is answered by typing one's own address, so that nobody erases an account by a slip. */
export function EraseDialog(props: { email: string; givenUp: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { email, givenUp, onClose } = props;
  const erase = useEraseAccount();
  const { busy, error, run } = useAction();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isSameAddress(typed, email)) return setWrong(true);
    run(() => erase(email));
  };
  return (
    <Dialog title={t("erase.confirmTitle")} lead={t("erase.confirmBody")} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        {givenUp ? (
          <p className="notice notice-warm">{t("erase.confirmGivenUp", { amount: givenUp })}</p>
        ) : null}
        <Field
          label={t("erase.confirmEmail")}
          hint={email}
          type="email"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={typed}
          onValue={(value) => {
            setTyped(value);
            setWrong(false);
          }}
          problem={wrong ? t("erase.notYours") : undefined}
        />
        {error ? <Failure error={error} /> : null}
        <DialogActions danger busy={busy} submit={t("erase.confirm")} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
