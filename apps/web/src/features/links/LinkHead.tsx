import { useTranslation } from "react-i18next";
import type { LinkHeadFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Figure, Figures } from "../../ui/Figures.tsx";
import { ShareBox } from "./ShareBox.tsx";

/** What a link brought so far, what it brings next, and the ways to share it. */
export function LinkHead(props: { link: LinkHeadFragment; programEpc: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { link, programEpc } = props;
  const own = programEpc !== undefined && link.epc !== programEpc;
  return (
    <section className="panel link-head" aria-label={t("links.share")}>
      <Figures live>
        <Figure strong label={t("links.earned")} value={format.money(link.earned)} />
        <Figure label={t("links.clicks")} value={format.integer(link.clicks)} />
        <Figure
          label={t("links.next")}
          value={format.money(link.epc)}
          note={own ? t("links.ownRate") : t("links.programRate")}
        />
      </Figures>
      <ShareBox link={link} />
    </section>
  );
}
