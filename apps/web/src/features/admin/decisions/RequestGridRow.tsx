import { Ban, Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { RequestGridRowFragment } from "../../../generated/graphql.ts";
import { useFormat } from "../../../lib/use-format.ts";
import { Breakable } from "../../../ui/Breakable.tsx";
import { StatusBadge } from "../../../ui/StatusBadge.tsx";
import { When } from "../../../ui/When.tsx";
import { canDecide, type DecisionKind } from "./decision.ts";
import { RequestDetails } from "./RequestDetails.tsx";
import type { Note } from "./use-request-desk.ts";

interface RequestGridRowProps {
  request: RequestGridRowFragment;
  showPartner: boolean;
  /** Whether Tab leads here. Only then do its buttons come after it, or a hundred rows were three hundred stops. */
  current: boolean;
  selected: boolean;
  /** No longer what the list was asked for: it stays until the list is loaded anew. */
  left: boolean;
  busy: boolean;
  note: Note | undefined;
  onCurrent: () => void;
  onSelect: () => void;
  onDecide: (kind: DecisionKind) => void;
}

/** One request and what an admin can do with it now. */
export function RequestGridRow(props: RequestGridRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { request, current, selected, left, busy, onDecide } = props;
  const { partner, status } = request;
  const tabIndex = current ? 0 : -1;
  const amount = format.money(request.amount);
  const named = { amount, email: partner.email };
  const open = canDecide(status, "reject");
  const action = (kind: DecisionKind) => ({
    type: "button" as const,
    tabIndex,
    disabled: busy,
    onClick: () => onDecide(kind),
  });
  return (
    <tr
      data-row={request.id}
      className={left ? "request request-left" : "request"}
      tabIndex={tabIndex}
      aria-selected={open ? selected : undefined}
      aria-busy={busy || undefined}
      onFocus={props.onCurrent}
    >
      <td className="request-pick">
        {open ? (
          <label className="request-check">
            <input
              type="checkbox"
              tabIndex={tabIndex}
              aria-label={t("queue.select", named)}
              checked={selected}
              onChange={props.onSelect}
            />
          </label>
        ) : null}
      </td>
      <td className="request-amount">{amount}</td>
      {props.showPartner ? (
        <td className="request-partner">
          <Link tabIndex={tabIndex} to={`/admin/partners/${partner.id}`}>
            {partner.erasedAt ? t("partner.erasedName") : <Breakable text={partner.email} />}
          </Link>
          {partner.status === "SUSPENDED" ? (
            <span className="badge badge-rejected">{t("partnerStatus.SUSPENDED")}</span>
          ) : null}
        </td>
      ) : null}
      <td className="request-to">
        <RequestDetails request={request} note={props.note} />
      </td>
      <td className="request-when">
        <When at={request.requestedAt} />
      </td>
      <td className="request-status">
        <StatusBadge status={status} />
      </td>
      <td className="request-actions">
        {canDecide(status, "approve") ? (
          <button {...action("approve")} className="request-yes" aria-label={t("queue.approveNamed", named)}>
            <Check aria-hidden="true" size={16} />
            {t("queue.approve")}
          </button>
        ) : null}
        {canDecide(status, "pay") ? (
          <button {...action("pay")} className="request-yes" aria-label={t("queue.payNamed", named)}>
            <Check aria-hidden="true" size={16} />
            {t("queue.paid")}
          </button>
        ) : null}
        {open ? (
          <button {...action("reject")} className="request-no" aria-label={t("queue.rejectNamed", named)}>
            <Ban aria-hidden="true" size={16} />
            {t("queue.reject")}
          </button>
        ) : null}
      </td>
    </tr>
  );
}
