import { useTranslation } from "react-i18next";
import type { BalanceFiguresFragment, PortalQuery } from "../../generated/graphql.ts";
import { AgendaEntry } from "./AgendaEntry.tsx";
import { type AgendaItem, agendaOf } from "./agenda-of.ts";

/** What happens next, and what is waited for. */
export function Agenda({ balance, portal }: { balance: BalanceFiguresFragment; portal: PortalQuery }) {
  const { t } = useTranslation();
  const items = agendaOf({
    balance,
    minimumWithdrawal: portal.program.minimumWithdrawal,
    approved: portal.approved.edges.map(({ node }) => node),
    requested: portal.requested.edges.map(({ node }) => node),
    latest: portal.latest.edges[0]?.node,
  });
  if (items.length === 0) return <p className="note">{t("portal.nothingNext")}</p>;
  return (
    <ul className="agenda">
      {items.map((item) => (
        <AgendaEntry key={keyOf(item)} item={item} />
      ))}
    </ul>
  );
}

function keyOf(item: AgendaItem): string {
  return "withdrawal" in item ? `${item.kind} ${item.withdrawal.id}` : item.kind;
}
