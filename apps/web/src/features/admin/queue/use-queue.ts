import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useAdminQueueQuery } from "../../../generated/hooks.ts";
import { type RequestDesk, useRequestDesk } from "../decisions/use-request-desk.ts";
import { refetchShown } from "../refetch-shown.ts";
import { useLater } from "../use-later.ts";
import { matches, type QueueFilter } from "./queue-filter.ts";

/** Rows of a page: more than a screen, so that working through them is not asking for more all the time. */
const PAGE = 50;
/** A colleague who decides ten requests in a row makes the figures be asked for once. */
const CALM_MS = 800;

/** The requests of a filter as they were loaded, with what has happened to them since. */
export function useQueue(filter: QueueFilter) {
  const client = useApolloClient();
  const variables = { ...filter, first: PAGE };
  const result = useAdminQueueQuery({ variables });
  const data = result.data ?? (result.error ? undefined : result.previousData);
  const found = data?.admin.withdrawals;
  const requests = found?.edges.map(({ node }) => node) ?? [];
  const [arrived, setArrived] = useState<{ filter: string; ids: ReadonlySet<string> }>(NOTHING);
  const key = JSON.stringify(filter);
  const unseen = arrived.filter === key ? arrived.ids : NOTHING.ids;

  const refreshFigures = useLater(CALM_MS, () => refetchShown(client, "AdminStats"));
  const reload = async () => {
    await result.refetch();
    setArrived(NOTHING);
  };
  const desk: RequestDesk = useRequestDesk({
    requests,
    onChange: refreshFigures,
    onStranger: (request) => {
      // Nothing is there that could jump.
      if (matches(filter, request) && requests.length === 0) return void reload().catch(() => undefined);
      // Several come between two renders.
      setArrived((before) => {
        const ids = new Set(before.filter === key ? before.ids : NOTHING.ids);
        if (matches(filter, request)) ids.add(request.id);
        else ids.delete(request.id);
        return { filter: key, ids };
      });
    },
  });
  const waiting = requests.filter((request) => matches(filter, request));
  const left = requests.length - waiting.length;
  return {
    view: { data, error: result.error, refetch: result.refetch },
    loading: result.data === undefined,
    desk,
    requests,
    /** Those that the list was asked for, and that still are so. */
    waiting,
    left,
    unseen: unseen.size,
    total: (found?.totalCount ?? 0) - left,
    pageInfo: found?.pageInfo,
    more: (after: string) => result.fetchMore({ variables: { ...variables, after } }),
    reload,
  };
}

const NOTHING: { filter: string; ids: ReadonlySet<string> } = { filter: "", ids: new Set() };
