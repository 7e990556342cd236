import { useTranslation } from "react-i18next";
import type { LinkCardFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";

/** One tracked link: what to share, where it leads, what it brought. */
export function LinkCard({ link }: { link: LinkCardFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <article className="card link-card">
      <h3>{link.title ?? hostOf(link.destination)}</h3>
      <p className="share-url">
        <code>{link.url}</code>
        <CopyButton text={link.url} label={t("links.copyLabel", { url: link.url })} />
      </p>
      <p className="note">
        {t("links.leadsTo")} <span className="break">{link.destination}</span>
      </p>
      <dl className="inline-figures">
        <div>
          <dt>{t("links.clicks")}</dt>
          <dd>{format.integer(link.clicks)}</dd>
        </div>
        <div>
          <dt>{t("links.earned")}</dt>
          <dd>{format.money(link.earned)}</dd>
        </div>
        <div>
          <dt>{t("links.epc")}</dt>
          <dd>{format.money(link.epc)}</dd>
        </div>
      </dl>
    </article>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url;
}
