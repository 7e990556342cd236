import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PartnerListItemFragment } from "../../../generated/graphql.ts";
import { useFormat } from "../../../lib/use-format.ts";

export function PartnerListItem({ partner }: { partner: PartnerListItemFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { erasedAt, status } = partner;
  return (
    <li>
      <Link className="break" to={`/admin/partners/${partner.id}`}>
        {erasedAt ? t("partner.erasedName") : partner.email}
      </Link>
      {!erasedAt && status === "SUSPENDED" ? (
        <span className="badge badge-rejected">{t("partnerStatus.SUSPENDED")}</span>
      ) : null}
      <span className="note">
        {erasedAt
          ? t("partner.erasedSince", { day: format.day(erasedAt) })
          : t("partners.since", { day: format.day(partner.createdAt) })}
      </span>
    </li>
  );
}
