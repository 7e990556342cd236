import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProgramQuery } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Choice } from "../../ui/Choice.tsx";
import { Field } from "../../ui/Field.tsx";
import { checkDraft, type Draft, type DraftField } from "./check-draft.ts";
import { DestinationFields } from "./DestinationFields.tsx";
import { useProblemText } from "./use-problem-text.ts";
import { useWithdrawalIntent } from "./use-withdrawal-intent.ts";
import { WithdrawalConfirm } from "./WithdrawalConfirm.tsx";

/** Says what is wrong while it is being typed, and what will happen before it does. */
export function WithdrawalForm(props: { available: string; program: ProgramQuery["program"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const problemText = useProblemText();
  const { available, program } = props;
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(program.methods[0] ?? "PAYPAL"));
  const [touched, setTouched] = useState<readonly DraftField[]>([]);
  const intent = useWithdrawalIntent();

  const checked = checkDraft(draft, { available, ...program });
  const problem = (field: DraftField) =>
    "problems" in checked && touched.includes(field) ? problemText(checked.problems[field]) : undefined;
  const change = (field: DraftField) => (value: string) => {
    setDraft({ ...draft, [field]: value });
    setTouched([...touched, field]);
  };
  const review = (event: FormEvent) => {
    event.preventDefault();
    setTouched(["amount", "email", "iban", "holder"]);
    if ("order" in checked) intent.open(checked.order);
  };

  const startOver = () => {
    setDraft({ ...draft, amount: "" });
    setTouched([]);
  };

  return (
    <>
      <p role="status" className={intent.done ? "notice" : undefined}>
        {intent.done ? t("withdraw.done", { amount: format.money(intent.done) }) : null}
      </p>
      <form className="stack" noValidate onSubmit={review}>
        <Field
          label={t("withdraw.amount")}
          hint={t("withdraw.amountHint", {
            minimum: format.money(program.minimumWithdrawal),
            available: format.money(available),
          })}
          inputMode="decimal"
          autoComplete="off"
          required
          value={draft.amount}
          onValue={change("amount")}
          problem={problem("amount")}
        />
        <button type="button" className="quiet" onClick={() => change("amount")(available)}>
          {t("withdraw.everything")}
        </button>
        <Choice
          legend={t("withdraw.method")}
          options={program.methods.map((value) => ({ value, label: t(`method.${value}`) }))}
          value={draft.method}
          onValue={(method) => setDraft({ ...draft, method })}
        />
        <DestinationFields draft={draft} change={change} problem={problem} />
        <button type="submit" className="primary">
          {t("withdraw.review")}
        </button>
      </form>
      {intent.order ? (
        <WithdrawalConfirm
          order={intent.order}
          available={available}
          action={intent.action}
          onConfirm={() => intent.send(startOver)}
          onCancel={intent.close}
        />
      ) : null}
    </>
  );
}

function emptyDraft(method: Draft["method"]): Draft {
  return { amount: "", method, email: "", iban: "", holder: "" };
}
