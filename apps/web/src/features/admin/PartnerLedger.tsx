import { useTranslation } from "react-i18next";
import { usePartnerLedgerQuery } from "../../generated/hooks.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Empty } from "../../ui/Empty.tsx";
import { LoadMore } from "../../ui/LoadMore.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { ScrollTable } from "../../ui/ScrollTable.tsx";

const PAGE = 20;

/** The partner's journal: every movement with both its sides. */
export function PartnerLedger({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const result = usePartnerLedgerQuery({ variables: { id, first: PAGE } });
  return (
    <Panel title={t("partner.ledger")} note={t("partner.ledgerNote")}>
      <QueryView result={result}>
        {({ admin }) => {
          const { edges, pageInfo } = admin.partner.ledger;
          if (edges.length === 0) return <Empty title={t("partner.noLedger")} />;
          return (
            <>
              <ScrollTable
                label={t("partner.ledger")}
                columns={[
                  { title: t("ledger.day") },
                  { title: t("ledger.kind") },
                  { title: t("ledger.accounts") },
                  { title: t("ledger.amount"), number: true },
                  { title: t("ledger.reason") },
                ]}
              >
                {edges.map(({ node }) => (
                  <tr key={node.id}>
                    <td>{format.day(node.bookedOn)}</td>
                    <td>{t(`ledgerKind.${node.kind}`)}</td>
                    <td>
                      {t(`account.${node.debitAccount}`)} → {t(`account.${node.creditAccount}`)}
                    </td>
                    <td className="number">{format.money(node.amount)}</td>
                    <td>{node.reason}</td>
                  </tr>
                ))}
              </ScrollTable>
              <LoadMore
                pageInfo={pageInfo}
                load={(after) => result.fetchMore({ variables: { id, first: PAGE, after } })}
              />
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}
