import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { BalanceFiguresFragment, NextStepFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { nextStep } from "./next-step.ts";

/** The one thing that helps this partner most now. */
export function NextStep(props: {
  hasLinks: boolean;
  balance: BalanceFiguresFragment;
  program: NextStepFragment;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { hasLinks, balance, program } = props;
  const amounts = {
    available: format.money(balance.available),
    minimum: format.money(program.minimumWithdrawal),
  };
  switch (nextStep({ hasLinks, ...balance, ...program })) {
    case "create-link":
      return <Step text={t("portal.createLink")} action={t("portal.createLinkAction")} to="/partner/links" />;
    case "share":
      return <Step text={t("portal.share", amounts)} action={t("portal.shareAction")} to="/partner/links" />;
    case "withdraw":
      return (
        <Step
          text={t("portal.withdraw", amounts)}
          action={t("portal.withdrawAction")}
          to="/partners/earnings"
        />
      );
  }
}

function Step({ text, action, to }: { text: string; action: string; to: string }) {
  return (
    <div className="next-step">
      <p>{text}</p>
      <Link className="button primary" to={to}>
        {action}
      </Link>
    </div>
  );
}
