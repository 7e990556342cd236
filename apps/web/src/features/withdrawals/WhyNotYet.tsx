import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { BalanceFiguresFragment, WithdrawalTermsQuery } from "../../generated/graphql.ts";
import { isSome } from "../../lib/amount.ts";
import { useFormat } from "../../lib/use-format.ts";
import { GoalMeter } from "../../ui/GoalMeter.tsx";
import type { Outlook } from "./outlook.ts";

/** Nothing can be withdrawn yet: why, how much is missing, and about when it will be there. */
export function WhyNotYet(props: {
  outlook: Outlook;
  balance: BalanceFiguresFragment;
  program: WithdrawalTermsQuery["program"];
}) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { missing, share, clicks, days } = props.outlook;
  const { available, pending, debt } = props.balance;
  const minimum = money(props.program.minimumWithdrawal);
  return (
    <div className="withdraw-later">
      <p>{t("notYet.why", { minimum, available: money(available) })}</p>
      <GoalMeter
        label={t("notYet.toGo", { missing: money(missing) })}
        share={share}
        text={t("notYet.ofMinimum", { available: money(available), minimum })}
      />
      {days !== null ? (
        <p>{t("notYet.pace", { count: days })}</p>
      ) : clicks !== null ? (
        <p>{t("notYet.clicks", { count: clicks, epc: money(props.program.epc) })}</p>
      ) : null}
      {isSome(debt) ? <p className="note">{t("notYet.debt", { debt: money(debt) })}</p> : null}
      {isSome(pending) ? <p className="note">{t("notYet.pending", { pending: money(pending) })}</p> : null}
      <Link className="button" to="/partner/links">
        {t("notYet.share")}
      </Link>
    </div>
  );
}
