import { ChevronRight } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { WithdrawalItemFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { StatusBadge } from "../../ui/StatusBadge.tsx";
import { When } from "../../ui/When.tsx";
import { RequestSteps } from "./RequestSteps.tsx";

/** One request: how much, where to, where it stands, and every step it took. */
export function WithdrawalItem({ withdrawal }: { withdrawal: WithdrawalItemFragment }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const [params] = useSearchParams();
  const id = useId();
  const { amount, method, destination, status, reason, reference, requestedAt, decidedAt, paidAt } =
    withdrawal;
  const isOpen = status === "REQUESTED" || status === "APPROVED";
  const search = new URLSearchParams(params);
  search.set("again", withdrawal.id);
  return (
    <article className="withdrawal" aria-labelledby={id}>
      <div className="withdrawal-head">
        <div>
          <h3 id={id} className="amount">
            {money(amount)}
          </h3>
          <p className="note">
            {t(`method.${method}`)} · <span className="break">{destination}</span>
          </p>
          {reference ? <p className="note break">{t("history.reference", { reference })}</p> : null}
        </div>
        <StatusBadge status={status} />
      </div>
      {status === "REJECTED" ? (
        <div className="withdrawal-refused">
          <p>{t("history.refusedBecause", { reason: reason ?? "" })}</p>
          <Link to={{ search: `?${search}`, hash: "#withdraw" }}>{t("refused.again")}</Link>
        </div>
      ) : null}
      {isOpen ? (
        <RequestSteps withdrawal={withdrawal} />
      ) : (
        <details className="withdrawal-steps">
          <summary>
            <ChevronRight aria-hidden="true" size={18} />
            <span>
              {t(`withdrawalStatus.${status}`)} <When at={paidAt ?? decidedAt ?? requestedAt} />
            </span>
          </summary>
          <RequestSteps withdrawal={withdrawal} />
        </details>
      )}
    </article>
  );
}
