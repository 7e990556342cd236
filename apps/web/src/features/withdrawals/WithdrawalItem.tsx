import { useTranslation } from "react-i18next";
import type { WithdrawalHistoryFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { StatusBadge } from "../../ui/StatusBadge.tsx";
import { When } from "../../ui/When.tsx";

export function WithdrawalItem({ withdrawal }: { withdrawal: WithdrawalHistoryFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { amount, method, destination, status, requestedAt, decidedAt, paidAt, reason, reference } =
    withdrawal;
  const settledAt = paidAt ?? decidedAt;
  return (
    <article className="card withdrawal">
      <div className="withdrawal-head">
        <strong className="amount">{format.money(amount)}</strong>
        <StatusBadge status={status} />
      </div>
      <p>
        {t(`method.${method}`)} · {destination}
      </p>
      <p className="note">
        {t("history.requested")} <When at={requestedAt} />
        {settledAt ? (
          <>
            {" · "}
            {t(`withdrawalStatus.${status}`)} <When at={settledAt} />
          </>
        ) : null}
      </p>
      {reason ? <p>{t("history.reason", { reason })}</p> : null}
      {reference ? <p>{t("history.reference", { reference })}</p> : null}
    </article>
  );
}
