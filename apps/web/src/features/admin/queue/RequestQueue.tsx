import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { Empty } from "../../../ui/Empty.tsx";
import { FilterLinks } from "../../../ui/FilterLinks.tsx";
import { LoadMore } from "../../../ui/LoadMore.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { QueryView } from "../../../ui/QueryView.tsx";
import { Skeletons } from "../../../ui/Skeleton.tsx";
import { RequestGrid } from "../decisions/RequestGrid.tsx";
import { QueueNews } from "./QueueNews.tsx";
import { QueueTools } from "./QueueTools.tsx";
import { matches, readQueueFilter, STATUSES } from "./queue-filter.ts";
import { useArrivalFocus } from "./use-arrival-focus.ts";
import { useQueue } from "./use-queue.ts";
import "./queue.css";

/** Everybody's requests for money, to be worked through. */
export function RequestQueue() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const filter = readQueueFilter(params);
  const queue = useQueue(filter);
  const { requests, desk } = queue;
  const search = useRef<HTMLInputElement>(null);
  const [focusCalls, setFocusCalls] = useState(0);
  const focusList = () => setFocusCalls((calls) => calls + 1);
  useArrivalFocus(requests.length > 0, focusList);
  return (
    <Panel
      title={t("queue.title")}
      actions={
        <FilterLinks
          label={t("queue.filter")}
          param="status"
          value={filter.status?.toLowerCase() ?? "all"}
          options={[
            ...STATUSES.map((value) => ({
              value: value.toLowerCase(),
              label: t(`withdrawalStatus.${value}`),
            })),
            { value: "all", label: t("queue.all") },
          ]}
        />
      }
    >
      <QueueTools filter={filter} search={search} onLeave={focusList} />
      <QueryView result={queue.view} loading={<Skeletons shape="row" count={8} />}>
        {() => (
          <div className="queue" aria-busy={queue.loading}>
            <QueueNews queue={queue} onReload={() => queue.reload().then(focusList, () => undefined)} />
            {requests.length === 0 ? (
              <Empty
                title={
                  filter.search
                    ? t("queue.noMatch", { search: filter.search })
                    : t(`queue.empty.${filter.status ?? "ALL"}`)
                }
              >
                {filter.status === "REQUESTED" && !filter.search ? <p>{t("queue.emptyHint")}</p> : null}
              </Empty>
            ) : (
              <RequestGrid
                label={t("queue.title")}
                requests={requests}
                desk={desk}
                belongs={(request) => matches(filter, request)}
                onSearch={() => search.current?.focus()}
                focusCalls={focusCalls}
              />
            )}
            {queue.pageInfo ? <LoadMore pageInfo={queue.pageInfo} load={queue.more} /> : null}
          </div>
        )}
      </QueryView>
    </Panel>
  );
}
