import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { TopPartnersFragment } from "../../../generated/graphql.ts";
import { wholeCents } from "../../../lib/amount.ts";
import { useFormat } from "../../../lib/use-format.ts";
import { Breakable } from "../../../ui/Breakable.tsx";

/** Who earned most in the period. */
export function TopPartners({ stats: { topPartners } }: { stats: TopPartnersFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (topPartners.length === 0) return <p className="note">{t("stats.topEmpty")}</p>;
  return (
    <table className="totals">
      <thead>
        <tr>
          <th scope="col">{t("stats.partner")}</th>
          <th scope="col" className="number">
            {t("stats.clicks")}
          </th>
          <th scope="col" className="number">
            {t("stats.earned")}
          </th>
        </tr>
      </thead>
      <tbody>
        {topPartners.map(({ partner, clicks, earned }) => (
          <tr key={partner.id}>
            <th scope="row" className="totals-who">
              <Link to={`/admin/partners/${partner.id}`}>
                <Breakable text={partner.email} />
              </Link>
            </th>
            <td className="number">{format.integer(clicks)}</td>
            <td className="number">{format.money(wholeCents(earned))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
