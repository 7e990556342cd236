import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PartnerRowFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";

export function PartnerRow({ partner }: { partner: PartnerRowFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      <Link className="break" to={`/admin/partners/${partner.id}`}>
        {partner.email}
      </Link>
      {partner.status === "SUSPENDED" ? (
        <span className="badge badge-rejected">{t("partnerStatus.SUSPENDED")}</span>
      ) : null}
      <span className="note">{t("partners.since", { day: format.day(partner.createdAt) })}</span>
    </li>
  );
}
