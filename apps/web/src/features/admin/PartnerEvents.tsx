import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { usePartnerEventsQuery } from "../../generated/hooks.ts";
import { Empty } from "../../ui/Empty.tsx";
import { FilterLinks } from "../../ui/FilterLinks.tsx";
import { LoadMore } from "../../ui/LoadMore.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { EventsTable } from "./EventsTable.tsx";
import { VERDICTS } from "./verdicts.ts";

const PAGE = 20;

/** What happened on the partner's links, with why each click was paid or not. */
export function PartnerEvents({ id }: { id: string }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const verdict = VERDICTS.find((known) => known.toLowerCase() === params.get("verdict")) ?? null;
  const result = usePartnerEventsQuery({ variables: { id, first: PAGE, verdict } });
  return (
    <Panel title={t("partner.events")}>
      <FilterLinks
        label={t("partner.verdictFilter")}
        param="verdict"
        value={verdict?.toLowerCase() ?? "all"}
        options={[
          { value: "all", label: t("partner.allVerdicts") },
          ...VERDICTS.map((value) => ({ value: value.toLowerCase(), label: t(`verdict.${value}`) })),
        ]}
      />
      <QueryView result={result}>
        {({ admin }) => {
          const { edges, pageInfo } = admin.partner.events;
          if (edges.length === 0) return <Empty title={t("partner.noEvents")} />;
          return (
            <>
              <EventsTable events={edges.map(({ node }) => node)} />
              <LoadMore
                pageInfo={pageInfo}
                load={(after) => result.fetchMore({ variables: { id, first: PAGE, after, verdict } })}
              />
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}
