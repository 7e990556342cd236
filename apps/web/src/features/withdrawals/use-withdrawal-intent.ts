import { useState } from "react";
import type { WithdrawalItemFragment } from "../../generated/graphql.ts";
import { useRequestWithdrawalMutation } from "../../generated/hooks.ts";
import { type Refusal, refusalOf } from "../../lib/refusal.ts";
import { type Action, useAction } from "../../lib/use-action.ts";
import { answeredField } from "./answered-field.ts";
import type { DraftField, Order } from "./check-draft.ts";
import { type KeptKey, keyFor } from "./intent-key.ts";

/** What the server refused about one field of the form. */
export interface Answered {
  readonly field: DraftField;
  readonly refusal: Refusal;
}

export interface WithdrawalIntent {
  /** The order waiting for a yes. */
  order: Order | null;
  /** The last request that went through. */
  done: WithdrawalItemFragment | null;
  /** What the last request was refused for, if that can be put right in the form. */
  answered: Answered | null;
  /** How many went through since the page was opened. */
  sent: number;
  action: Action;
  open: (order: Order) => void;
  close: () => void;
  send: (onDone: () => void) => void;
}

/**
 * One wish for money from review to answer. Its key lives as long as the wish: sending it again, because the answer got
 * lost, cannot take the money twice.
 */
export function useWithdrawalIntent(): WithdrawalIntent {
  const [order, setOrder] = useState<Order | null>(null);
  const [kept, setKept] = useState<KeptKey | null>(null);
  const [done, setDone] = useState<WithdrawalItemFragment | null>(null);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [sent, setSent] = useState(0);
  const action = useAction();
  const [request] = useRequestWithdrawalMutation({
    refetchQueries: ["Balance", "Withdrawals", "WithdrawalTerms"],
    // The next form starts with the destination that this one was sent to.
    awaitRefetchQueries: true,
  });

  const open = (next: Order) => {
    setKept(keyFor(next, kept));
    setOrder(next);
    setDone(null);
    setAnswered(null);
    action.clear();
  };
  const close = () => setOrder(null);
  const send = (onDone: () => void) => {
    if (!order || !kept) return;
    action.run(async () => {
      try {
        const { data } = await request({ variables: { input: { ...order, idempotencyKey: kept.key } } });
        setKept(null);
        setOrder(null);
        setSent((before) => before + 1);
        setDone(data?.requestWithdrawal ?? null);
        onDone();
      } catch (error) {
        const refusal = refusalOf(error);
        // Used up by another content: the next review starts with a new one.
        if (refusal?.code === "IDEMPOTENCY_CONFLICT") setKept(null);
        const field = refusal && answeredField(refusal);
        // What the form does not show, such as a destination that is remembered, is said in the dialog.
        if (!field || (field !== "amount" && order.destination.savedId)) throw error;
        setAnswered({ field, refusal });
        setOrder(null);
      }
    });
  };
  return { order, done, answered, sent, action, open, close, send };
}
