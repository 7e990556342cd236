import { canTransition } from "@contentflow/domain/withdrawal";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { RequestCardFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Failure } from "../../ui/Failure.tsx";
import { StatusBadge } from "../../ui/StatusBadge.tsx";
import { When } from "../../ui/When.tsx";
import { PayDialog } from "./PayDialog.tsx";
import { RejectDialog } from "./RejectDialog.tsx";
import { useDecision } from "./use-decision.ts";

/** One request and what an admin can do with it now. */
export function RequestCard({ request }: { request: RequestCardFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asking, setAsking] = useState<"reject" | "pay" | null>(null);
  const decision = useDecision(request, () => setAsking(null));
  const { partner, method, destination, status } = request;
  const from = status.toLowerCase() as Lowercase<typeof status>;
  const amount = format.money(request.amount);
  const ask = (dialog: "reject" | "pay") => {
    decision.action.clear();
    setAsking(dialog);
  };
  return (
    <article className="card withdrawal" aria-label={t("queue.cardLabel", { amount, email: partner.email })}>
      <div className="withdrawal-head">
        <strong className="amount">{amount}</strong>
        <StatusBadge status={status} />
      </div>
      <p>
        <Link to={`/admin/partners/${partner.id}`}>{partner.email}</Link>
        {partner.status === "SUSPENDED" ? (
          <span className="badge badge-rejected">{t("partnerStatus.SUSPENDED")}</span>
        ) : null}
        <br />
        {t(`method.${method}`)} · {destination}
      </p>
      <p className="note">
        {t("history.requested")} <When at={request.requestedAt} />
      </p>
      {request.reason ? <p>{t("history.reason", { reason: request.reason })}</p> : null}
      {request.reference ? <p>{t("history.reference", { reference: request.reference })}</p> : null}
      {decision.action.error && !asking ? <Failure error={decision.action.error} /> : null}
      <div className="buttons">
        {canTransition(from, "approved") ? (
          <button
            type="button"
            className="primary"
            disabled={decision.action.busy}
            onClick={decision.approve}
          >
            {t("queue.approve")}
          </button>
        ) : null}
        {canTransition(from, "paid") ? (
          <button type="button" className="primary" onClick={() => ask("pay")}>
            {t("queue.pay")}
          </button>
        ) : null}
        {canTransition(from, "rejected") ? (
          <button type="button" className="danger" onClick={() => ask("reject")}>
            {t("queue.reject")}
          </button>
        ) : null}
      </div>
      {asking === "reject" ? (
        <RejectDialog request={request} decision={decision} onCancel={() => setAsking(null)} />
      ) : null}
      {asking === "pay" ? (
        <PayDialog request={request} decision={decision} onCancel={() => setAsking(null)} />
      ) : null}
    </article>
  );
}
