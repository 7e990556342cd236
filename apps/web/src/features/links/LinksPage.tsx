import { useTranslation } from "react-i18next";
import { useLinksQuery } from "../../generated/hooks.ts";
import { Empty } from "../../ui/Empty.tsx";
import { LoadMore } from "../../ui/LoadMore.tsx";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { CreateLinkForm } from "./CreateLinkForm.tsx";
import { LinkCard } from "./LinkCard.tsx";

const PAGE = 20;

export function LinksPage() {
  const { t } = useTranslation();
  const links = useLinksQuery({ variables: { first: PAGE } });
  return (
    <Page title={t("links.title")} lead={t("links.lead")}>
      <Panel title={t("links.createTitle")}>
        <CreateLinkForm />
      </Panel>
      <Panel title={t("links.listTitle")}>
        <QueryView result={links}>
          {({ links: { edges, pageInfo } }) =>
            edges.length === 0 ? (
              <Empty title={t("links.emptyTitle")}>
                <p>{t("links.emptyBody")}</p>
              </Empty>
            ) : (
              <>
                <ul className="cards">
                  {edges.map(({ node }) => (
                    <li key={node.id}>
                      <LinkCard link={node} />
                    </li>
                  ))}
                </ul>
                <LoadMore
                  pageInfo={pageInfo}
                  load={(after) => links.fetchMore({ variables: { first: PAGE, after } })}
                />
              </>
            )
          }
        </QueryView>
      </Panel>
    </Page>
  );
}
