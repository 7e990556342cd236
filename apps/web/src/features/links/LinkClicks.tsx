import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  LinkDocument,
  LinkNewestDocument,
  LinkNowDocument,
  type LinkQuery,
} from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { usePolling } from "../../lib/use-polling.ts";
import { Empty } from "../../ui/Empty.tsx";
import { LoadMore } from "../../ui/LoadMore.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ClickRow } from "./ClickRow.tsx";
import { useOnLinkEarning } from "./use-on-link-earning.ts";

/** How many clicks come at once. */
export const PAGE = 20;

/** Only a click that earns is told by the live line; the others are looked for this often. */
const LOOK_MS = 5_000;

interface LinkClicksProps {
  code: string;
  clicks: LinkQuery["link"]["recentClicks"];
  /** Days that single clicks are kept; undefined until known. */
  keptDays: number | undefined;
  /** Back to the newest page. */
  reload: () => Promise<unknown>;
  loadMore: (after: string) => Promise<unknown>;
}

/** Click by click. New ones appear within seconds, unless somebody is reading further down: they are told instead. */
export function LinkClicks({
  code,
  clicks: { edges, pageInfo },
  keptDays,
  reload,
  loadMore,
}: LinkClicksProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useApolloClient();
  const [newer, setNewer] = useState(false);
  const readsOn = edges.length > PAGE;

  useOnLinkEarning(async () => {
    if (!readsOn) {
      await reload();
      return;
    }
    setNewer(true);
    await client.query({ query: LinkNowDocument, variables: { code }, fetchPolicy: "network-only" });
  });
  usePolling(async () => {
    const { data } = await client.query({
      query: LinkNewestDocument,
      variables: { code },
      fetchPolicy: "no-cache",
    });
    const newest = data?.link.recentClicks.edges[0]?.node.id;
    if (newest === undefined || newest === edges[0]?.node.id) return;
    if (readsOn) setNewer(true);
    else
      await client.query({
        query: LinkDocument,
        variables: { code, first: PAGE },
        fetchPolicy: "network-only",
      });
  }, LOOK_MS);
  // What fails is said above the list.
  const showNewer = async () => {
    await reload();
    setNewer(false);
  };

  const counted = edges.filter(({ node }) => node.verdict === "COUNTED").length;
  return (
    <Panel
      title={t("links.clicksTitle")}
      note={edges.length === 0 ? "" : t("links.clicksNote")}
      actions={
        edges.length > 0 ? (
          <p className="click-summary">
            {t("links.summary", { count: edges.length, counted: format.integer(counted) })}
          </p>
        ) : undefined
      }
    >
      {newer && readsOn ? (
        <button type="button" className="click-newer" onClick={() => void showNewer().catch(() => undefined)}>
          {t("links.newer")}
        </button>
      ) : null}
      {edges.length === 0 ? (
        <Empty title={t("links.noClicksTitle")}>
          <p>{t("links.noClicksBody")}</p>
        </Empty>
      ) : (
        <ul aria-label={t("links.clicksTitle")}>
          {edges.map(({ node }) => (
            <ClickRow key={node.id} click={node} />
          ))}
        </ul>
      )}
      <LoadMore pageInfo={pageInfo} load={loadMore} />
      {keptDays === undefined || edges.length === 0 ? null : (
        <p className="note">{t("links.kept", { days: format.integer(keptDays) })}</p>
      )}
    </Panel>
  );
}
