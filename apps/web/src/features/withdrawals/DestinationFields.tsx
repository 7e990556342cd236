import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field.tsx";
import type { Draft, DraftField } from "./check-draft.ts";

/** Where the money goes: what each method needs to know. */
export function DestinationFields(props: {
  draft: Draft;
  change: (field: DraftField) => (value: string) => void;
  problem: (field: DraftField) => string | undefined;
}) {
  const { t } = useTranslation();
  const { draft, change, problem } = props;
  if (draft.method === "PAYPAL") {
    return (
      <Field
        label={t("withdraw.email")}
        type="email"
        inputMode="email"
        autoComplete="email"
        required
        value={draft.email}
        onValue={change("email")}
        problem={problem("email")}
      />
    );
  }
  return (
    <>
      <Field
        label={t("withdraw.iban")}
        autoComplete="off"
        spellCheck={false}
        required
        value={draft.iban}
        onValue={change("iban")}
        problem={problem("iban")}
      />
      <Field
        label={t("withdraw.holder")}
        autoComplete="name"
        maxLength={70}
        required
        value={draft.holder}
        onValue={change("holder")}
        problem={problem("holder")}
      />
    </>
  );
}
