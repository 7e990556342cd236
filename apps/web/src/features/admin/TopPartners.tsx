import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { StatsPanelFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Empty } from "../../ui/Empty.tsx";

export function TopPartners({ partners }: { partners: StatsPanelFragment["topPartners"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <h3>{t("stats.top")}</h3>
      {partners.length === 0 ? (
        <Empty title={t("stats.topEmpty")} />
      ) : (
        <table className="table-fit">
          <thead>
            <tr>
              <th scope="col">{t("leaderboard.partner")}</th>
              <th scope="col" className="number">
                {t("leaderboard.clicks")}
              </th>
              <th scope="col" className="number">
                {t("earnings.earned")}
              </th>
            </tr>
          </thead>
          <tbody>
            {partners.map(({ partner, clicks, earned }) => (
              <tr key={partner.id}>
                <td className="break">
                  <Link to={`/admin/partners/${partner.id}`}>{partner.email}</Link>
                </td>
                <td className="number">{format.integer(clicks)}</td>
                <td className="number">{format.money(earned)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
