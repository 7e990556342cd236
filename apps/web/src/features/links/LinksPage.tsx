import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLinksQuery } from "../../generated/hooks.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { CreateLinkForm } from "./CreateLinkForm.tsx";
import { FirstLink } from "./FirstLink.tsx";
import { LinkList } from "./LinkList.tsx";
import { LinkSkeletons } from "./LinkSkeletons.tsx";
import "./links.css";

const PAGE = 20;

export function LinksPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [freshId, setFreshId] = useState<string | null>(null);
  const links = useLinksQuery({ variables: { first: PAGE } });
  const count = links.data?.links.totalCount ?? 0;
  return (
    <Page title={t("links.title")} lead={t("links.lead")}>
      <Panel title={t("links.createTitle")}>
        <CreateLinkForm onCreated={setFreshId} />
        <p className="links-ready" role="status">
          {freshId === null ? null : t("links.created")}
        </p>
      </Panel>
      <section className="links-list" aria-labelledby="links-list-title">
        <div className="links-list-head">
          <h2 id="links-list-title">{t("links.listTitle")}</h2>
          {count > 0 ? (
            <p className="note">{t("links.count", { count, formatted: format.integer(count) })}</p>
          ) : null}
        </div>
        <QueryView result={links} loading={<LinkSkeletons />}>
          {(data) =>
            data.links.edges.length === 0 ? (
              <FirstLink />
            ) : (
              <LinkList
                links={data.links}
                freshId={freshId}
                loadMore={(after) => links.fetchMore({ variables: { first: PAGE, after } })}
              />
            )
          }
        </QueryView>
      </section>
    </Page>
  );
}
