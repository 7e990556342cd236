import { useRef } from "react";
import type { BalanceFiguresFragment, WithdrawalTermsQuery } from "../../generated/graphql.ts";
import { useTakeFocus } from "../../lib/use-take-focus.ts";
import { RequestDone } from "./RequestDone.tsx";
import { RequestRefused } from "./RequestRefused.tsx";
import { useAgain } from "./use-again.ts";
import { useOutlook } from "./use-outlook.ts";
import { useWithdrawalIntent } from "./use-withdrawal-intent.ts";
import { WhyNotYet } from "./WhyNotYet.tsx";
import { WithdrawalConfirm } from "./WithdrawalConfirm.tsx";
import { WithdrawalForm } from "./WithdrawalForm.tsx";

/** The form, or why there is none yet; what came of the last request; and the question before the next. */
export function WithdrawalDesk(props: { balance: BalanceFiguresFragment; terms: WithdrawalTermsQuery }) {
  const { balance, terms } = props;
  const intent = useWithdrawalIntent();
  const { again, forget } = useAgain();
  const outlook = useOutlook(balance, terms.program);
  const latest = terms.latest.edges[0]?.node;
  const desk = useRef<HTMLDivElement>(null);
  // To what the request came to: that it arrived, or the field that has to be put right.
  useTakeFocus(intent.done ?? intent.answered, () =>
    desk.current?.querySelector<HTMLElement>(".request-done, [aria-invalid]"),
  );
  // Once it is decided, or asked for again, "in review" is no longer true.
  const isOver = again !== null || (latest?.id === intent.done?.id && latest?.status !== "REQUESTED");
  return (
    <div className="withdraw-desk" ref={desk}>
      <RequestDone done={isOver ? null : intent.done} />
      {latest?.status === "REJECTED" ? (
        <RequestRefused withdrawal={latest} canAskAgain={outlook === null && again?.id !== latest.id} />
      ) : null}
      {outlook ? (
        <WhyNotYet outlook={outlook} balance={balance} program={terms.program} />
      ) : (
        // A new form after each request, and for each one that is asked for again.
        <WithdrawalForm
          key={`${intent.sent} ${again?.id ?? ""}`}
          available={balance.available}
          terms={terms}
          again={again}
          answered={intent.answered}
          onOrder={intent.open}
        />
      )}
      {intent.order ? (
        <WithdrawalConfirm
          order={intent.order}
          available={balance.available}
          terms={terms}
          action={intent.action}
          onConfirm={() => intent.send(forget)}
          onCancel={intent.close}
        />
      ) : null}
    </div>
  );
}
