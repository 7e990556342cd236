import { formatEuros, subtract } from "@contentflow/domain/money";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WithdrawalFormFragment, WithdrawalTermsQuery } from "../../generated/graphql.ts";
import { readAmount } from "../../lib/amount.ts";
import type { Refusal } from "../../lib/refusal.ts";
import { useFormat } from "../../lib/use-format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { AmountField } from "./AmountField.tsx";
import { checkDraft, DRAFT_FIELDS, type DraftField, type Order } from "./check-draft.ts";
import { DestinationChoice } from "./DestinationChoice.tsx";
import { newDraft, refusedDestination, usableDestinations } from "./new-draft.ts";
import { useProblemText } from "./use-problem-text.ts";
import type { Answered } from "./use-withdrawal-intent.ts";

interface WithdrawalFormProps {
  available: string;
  terms: WithdrawalTermsQuery;
  again: WithdrawalFormFragment | null;
  answered: Answered | null;
  onOrder: (order: Order) => void;
}

/** Says what is wrong as soon as it can be known, and what will be left. */
export function WithdrawalForm({ available, terms, again, answered, onOrder }: WithdrawalFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const problemText = useProblemText();
  const { language } = useLanguage();
  const [draft, setDraft] = useState(() => newDraft(terms, again, language));
  // An answer of the server stands until what it is about has been changed.
  const [settled, setSettled] = useState<Answered | null>(null);
  const standing = answered === settled ? null : answered;
  const [left, setLeft] = useState<readonly DraftField[]>(again ? ["amount"] : []);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (again) form.current?.querySelector("input")?.focus();
  }, [again]);

  const checked = checkDraft(draft, { available, ...terms.program });
  const problems = "problems" in checked ? checked.problems : {};
  const amount = "order" in checked ? checked.order.amount : checked.amount;
  const rest = amount && formatEuros(subtract(readAmount(available), readAmount(amount)));
  const problem = (field: DraftField) => {
    if (standing?.field === field) return problemText(standing.refusal);
    return left.includes(field) || onlyGetsWorse(problems[field]) ? problemText(problems[field]) : undefined;
  };
  const change = (field: DraftField) => (value: string) => {
    if (standing?.field === field) setSettled(standing);
    setDraft((before) => ({ ...before, [field]: value }));
  };
  const leave = (field: DraftField) => () => setLeft((before) => [...before, field]);

  const review = (event: FormEvent) => {
    event.preventDefault();
    if ("order" in checked && !stillRefused(standing, checked.order)) return onOrder(checked.order);
    setLeft(DRAFT_FIELDS);
    const wrong = DRAFT_FIELDS.find((field) => problems[field]) ?? standing?.field;
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
        refusedId={refusedDestination(terms, again)?.id}
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

/** A destination that was refused stays refused, if it is asked for again; the balance may have grown since. */
function stillRefused(standing: Answered | null, { destination }: Order): boolean {
  return standing !== null && standing.field !== "amount" && destination[standing.field] !== undefined;
}

/** What is still being typed may become right; more than there is, or than cents, only gets worse. */
function onlyGetsWorse(problem: Refusal | undefined): boolean {
  if (problem?.code === "BAD_USER_INPUT")
    return problem.details.reason === "tooLarge" || problem.details.reason === "tooPrecise";
  return problem?.code === "INSUFFICIENT_BALANCE";
}
