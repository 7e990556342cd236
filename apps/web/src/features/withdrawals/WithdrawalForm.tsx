import { formatEuros, subtract } from "@contentflow/domain/money";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WithdrawalFormFragment, WithdrawalTermsQuery } from "../../generated/graphql.ts";
import { readAmount } from "../../lib/amount.ts";
import { useFormat } from "../../lib/use-format.ts";
import { AmountField } from "./AmountField.tsx";
import { checkDraft, type DraftField, type Order } from "./check-draft.ts";
import { DestinationChoice } from "./DestinationChoice.tsx";
import { newDraft, usableDestinations } from "./new-draft.ts";
import { useProblemText } from "./use-problem-text.ts";

interface WithdrawalFormProps {
  available: string;
  terms: WithdrawalTermsQuery;
  again: WithdrawalFormFragment | null;
  onOrder: (order: Order) => void;
}

/** Says what is wrong as soon as it can be known, and what will be left. */
export function WithdrawalForm({ available, terms, again, onOrder }: WithdrawalFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const problemText = useProblemText();
  const [draft, setDraft] = useState(() => newDraft(terms, again));
  const [left, setLeft] = useState<readonly DraftField[]>(again ? ["amount"] : []);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (again) form.current?.querySelector("input")?.focus();
  }, [again]);

  const checked = checkDraft(draft, { available, ...terms.program });
  const problems = "problems" in checked ? checked.problems : {};
  const amount = "order" in checked ? checked.order.amount : checked.amount;
  const rest = amount && formatEuros(subtract(readAmount(available), readAmount(amount)));
  // What is still being typed may become right; more than there is only gets worse.
  const isOver = problems.amount?.code === "INSUFFICIENT_BALANCE";
  const problem = (field: DraftField) =>
    left.includes(field) || (field === "amount" && isOver) ? problemText(problems[field]) : undefined;
  const change = (field: DraftField) => (value: string) =>
    setDraft((before) => ({ ...before, [field]: value }));
  const leave = (field: DraftField) => () => setLeft((before) => [...before, field]);

  const review = (event: FormEvent) => {
    event.preventDefault();
    if ("order" in checked) return onOrder(checked.order);
    setLeft(["amount", "email", "iban", "holder"]);
    const wrong = (["amount", "email", "iban", "holder"] as const).find((field) => problems[field]);
    form.current?.querySelector<HTMLInputElement>(`[name=${wrong}]`)?.focus();
  };

  return (
    <form ref={form} className="withdraw-form" noValidate onSubmit={review}>
      <AmountField
        value={draft.amount}
        available={available}
        minimum={terms.program.minimumWithdrawal}
        hint={rest ? t("withdraw.leaves", { left: format.money(rest) }) : undefined}
        problem={problem("amount")}
        onValue={change("amount")}
        onLeave={leave("amount")}
      />
      <DestinationChoice
        saved={usableDestinations(terms)}
        methods={terms.program.methods}
        draft={draft}
        onDraft={setDraft}
        change={change}
        leave={leave}
        problem={problem}
      />
      <button
        type="submit"
        className="primary"
        // Leaving a field may put a line under it, and the button would slip away from under the press.
        onMouseDown={(event) => event.preventDefault()}
      >
        {t("withdraw.review")}
      </button>
    </form>
  );
}
