import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { LinkCardFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { When } from "../../ui/When.tsx";
import { ShareBox } from "./ShareBox.tsx";
import { shortAddress } from "./short-address.ts";

interface LinkCardProps {
  link: LinkCardFragment;
  /** Euros per click where a link has no rate of its own; undefined until known. */
  programEpc: string | undefined;
  /** Just made: marked, and ready to be copied. */
  fresh: boolean;
}

/** One tracked link: what to share, where it leads, what it brought. */
export function LinkCard({ link, programEpc, fresh }: LinkCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const address = shortAddress(link.destination);
  return (
    <article className={fresh ? "link-card link-card-fresh" : "link-card"}>
      <div className="link-card-head">
        <h3>
          <Link className="link-card-name" to={`/partner/links/${link.code}`}>
            {link.title ?? address}
          </Link>
          {fresh ? <span className="badge badge-me">{t("links.fresh")}</span> : null}
        </h3>
        <p className="note">
          {link.title === null ? null : <span className="link-target">{address}</span>}
          {fresh ? null : (
            <span>
              {t("links.made")} <When at={link.createdAt} />
            </span>
          )}
        </p>
      </div>
      <dl className="link-figures">
        <div>
          <dt>{t("links.clicks")}</dt>
          <dd>{format.integer(link.clicks)}</dd>
        </div>
        <div>
          <dt>{t("links.earned")}</dt>
          <dd>{format.money(link.earned)}</dd>
        </div>
      </dl>
      {programEpc !== undefined && link.epc !== programEpc ? (
        <p className="own-rate">{t("links.ownRateOf", { rate: format.money(link.epc) })}</p>
      ) : null}
      <ShareBox link={link} fresh={fresh}>
        <Link className="button quiet" to={`/partner/links/${link.code}`}>
          {t("links.clicksTitle")}
          <span className="visually-hidden">{link.title ?? address}</span>
          <ChevronRight aria-hidden="true" size={18} />
        </Link>
      </ShareBox>
    </article>
  );
}
