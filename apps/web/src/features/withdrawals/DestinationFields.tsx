import { MAX_ACCOUNT_HOLDER } from "@contentflow/domain/account-holder";
import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field.tsx";
import type { Draft, DraftField } from "./check-draft.ts";

/** A destination that is not remembered yet: what each method needs to know. */
export function DestinationFields(props: {
  draft: Draft;
  change: (field: DraftField) => (value: string) => void;
  leave: (field: DraftField) => () => void;
  problem: (field: DraftField) => string | undefined;
}) {
  const { t } = useTranslation();
  const { draft, change, leave, problem } = props;
  const field = (name: "email" | "iban" | "holder") => ({
    name,
    required: true,
    value: draft[name],
    onValue: change(name),
    onBlur: () => draft[name] && leave(name)(),
    problem: problem(name),
  });
  if (draft.method === "PAYPAL") {
    return (
      <Field
        label={t("withdraw.email")}
        type="email"
        inputMode="email"
        autoComplete="email"
        {...field("email")}
      />
    );
  }
  return (
    <>
      <Field label={t("withdraw.iban")} autoComplete="off" spellCheck={false} {...field("iban")} />
      <Field
        label={t("withdraw.holder")}
        autoComplete="name"
        maxLength={MAX_ACCOUNT_HOLDER}
        {...field("holder")}
      />
    </>
  );
}
