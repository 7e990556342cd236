import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { BalanceFiguresFragment, PortalQuery } from "../../generated/graphql.ts";
import { isSome } from "../../lib/amount.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Announcement } from "../../ui/Announcement.tsx";
import { Changing } from "../../ui/Changing.tsx";
import { Figure, Figures } from "../../ui/Figures.tsx";
import { MoneyHero } from "../../ui/MoneyHero.tsx";
import { nextStep } from "./next-step.ts";

/** What one has, and the one thing to do about it. */
export function Standing(props: { balance: BalanceFiguresFragment; portal: PortalQuery | undefined }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { available, pending, paid, earned } = props.balance;
  const step =
    props.portal &&
    nextStep({
      available,
      minimumWithdrawal: props.portal.program.minimumWithdrawal,
      hasLinks: props.portal.links.totalCount > 0,
    });
  // Who has earned nothing yet is led by the first steps instead.
  const isNew = !isSome(earned);
  return (
    <MoneyHero
      label={t("balance.available")}
      amount={available}
      note={step === "withdraw" ? t("balance.availableNote") : null}
      action={step && !isNew ? <NextStep step={step} /> : null}
    >
      <Figures>
        <Figure
          label={t("balance.pending")}
          value={<Changing of={pending}>{money(pending)}</Changing>}
          note={t("balance.pendingNote")}
        />
        <Figure
          label={t("balance.paid")}
          value={<Changing of={paid}>{money(paid)}</Changing>}
          note={t("balance.paidNote")}
        />
      </Figures>
      <Announcement text={t("balance.spoken", { available: money(available), pending: money(pending) })} />
    </MoneyHero>
  );
}

function NextStep({ step }: { step: ReturnType<typeof nextStep> }) {
  const { t } = useTranslation();
  switch (step) {
    case "create-link":
      return <Action to="/partner/links">{t("portal.makeLink")}</Action>;
    case "share":
      return <Action to="/partner/links">{t("portal.shareLink")}</Action>;
    case "withdraw":
      return <Action to="/partners/earnings#withdraw">{t("portal.withdraw")}</Action>;
  }
}

function Action({ to, children }: { to: string; children: string }) {
  return (
    <Link className="button primary" to={to}>
      {children}
    </Link>
  );
}
