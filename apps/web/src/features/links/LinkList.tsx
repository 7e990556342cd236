import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { LinkFiguresFragmentDoc, LinkFiguresNowDocument, type LinksQuery } from "../../generated/graphql.ts";
import { useProgramQuery } from "../../generated/hooks.ts";
import { LoadMore } from "../../ui/LoadMore.tsx";
import { LinkCard } from "./LinkCard.tsx";
import { useOnLinkEarning } from "./use-on-link-earning.ts";

/** Most that the API gives at once. */
const AT_ONCE = 100;

interface LinkListProps {
  links: LinksQuery["links"];
  /** Id of the link that was made a moment ago. */
  freshId: string | null;
  loadMore: (after: string) => Promise<unknown>;
}

/** The links, newest first. What they brought moves as it happens; the list itself stays where it is. */
export function LinkList({ links: { edges, pageInfo }, freshId, loadMore }: LinkListProps) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const { data } = useProgramQuery();

  useOnLinkEarning(async () => {
    // Past the cache, which would take a shorter answer for a shorter list.
    const { data: now } = await client.query({
      query: LinkFiguresNowDocument,
      variables: { first: Math.min(AT_ONCE, Math.max(1, edges.length)) },
      fetchPolicy: "no-cache",
    });
    for (const { node } of now?.links.edges ?? []) {
      client.writeFragment({ from: node, fragment: LinkFiguresFragmentDoc, data: node });
    }
  });

  return (
    <>
      <ul className="link-list-cards" aria-label={t("links.listTitle")}>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <LinkCard link={node} programEpc={data?.program.epc} fresh={node.id === freshId} />
          </li>
        ))}
      </ul>
      <LoadMore pageInfo={pageInfo} load={loadMore} />
    </>
  );
}
