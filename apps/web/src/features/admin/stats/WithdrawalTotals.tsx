import { useTranslation } from "react-i18next";
import type { WithdrawalTotalsFragment } from "../../../generated/graphql.ts";
import { useFormat } from "../../../lib/use-format.ts";

/** What was asked for in the period, by where it stands. */
export function WithdrawalTotals({ stats: { withdrawals } }: { stats: WithdrawalTotalsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className="totals">
      <tbody>
        {withdrawals.map(({ status, count, sum }) => (
          <tr key={status}>
            <th scope="row">{t(`withdrawalStatus.${status}`)}</th>
            <td className="number">{format.integer(count)}</td>
            <td className="number">{format.money(sum)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
