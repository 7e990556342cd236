import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { WithdrawalItemFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";

/** Why a request was not paid, in the words of whoever decided, and the way to ask again. */
export function RequestRefused(props: { withdrawal: WithdrawalItemFragment; canAskAgain: boolean }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const [params] = useSearchParams();
  const { id, amount, reason } = props.withdrawal;
  const search = new URLSearchParams(params);
  search.set("again", id);
  return (
    <div className="notice refused">
      <p>
        <strong>{t("refused.title", { amount: money(amount) })}</strong>
      </p>
      <p className="refused-reason">{t("refused.reason", { reason: reason ?? "" })}</p>
      <p>{t("refused.back")}</p>
      {props.canAskAgain ? (
        <Link className="button" to={{ search: `?${search}`, hash: "#withdraw" }}>
          {t("refused.again")}
        </Link>
      ) : null}
    </div>
  );
}
