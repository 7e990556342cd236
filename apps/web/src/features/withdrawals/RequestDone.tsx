import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { WithdrawalItemFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";

/** The request has arrived. Always there, or a screen reader would miss its first words. */
export function RequestDone({ done }: { done: WithdrawalItemFragment | null }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (
    <div role="status" tabIndex={-1} className={done ? "notice request-done" : "request-none"}>
      {done ? (
        <>
          <CircleCheck aria-hidden="true" size={22} />
          <div>
            <p>
              <strong>{t("withdraw.doneTitle", { amount: money(done.amount) })}</strong>
            </p>
            <p>{t("withdraw.done", { destination: done.destination })}</p>
          </div>
        </>
      ) : null}
    </div>
  );
}
