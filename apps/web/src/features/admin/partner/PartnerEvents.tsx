import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { PartnerSummaryFragment } from "../../../generated/graphql.ts";
import { usePartnerEventsQuery } from "../../../generated/hooks.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { FilterLinks } from "../../../ui/FilterLinks.tsx";
import { LoadMore } from "../../../ui/LoadMore.tsx";
import { QueryView } from "../../../ui/QueryView.tsx";
import { Skeletons } from "../../../ui/Skeleton.tsx";
import { EventsTable } from "./EventsTable.tsx";
import { VERDICTS } from "./verdicts.ts";

const PAGE = 25;

/** What happened on the partner's links, with why each click was paid or not. */
export function PartnerEvents({ partner }: { partner: PartnerSummaryFragment }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const verdict = VERDICTS.find((known) => known.toLowerCase() === params.get("verdict")) ?? null;
  const variables = { id: partner.id, first: PAGE, verdict };
  const result = usePartnerEventsQuery({ variables });
  return (
    <>
      <FilterLinks
        label={t("partner.verdictFilter")}
        param="verdict"
        value={verdict?.toLowerCase() ?? "all"}
        options={[
          { value: "all", label: t("partner.allVerdicts") },
          ...VERDICTS.map((value) => ({ value: value.toLowerCase(), label: t(`verdict.${value}`) })),
        ]}
      />
      <QueryView result={result} loading={<Skeletons shape="row" count={6} />}>
        {({ admin }) => {
          const { edges, pageInfo } = admin.partner.events;
          if (edges.length === 0) return <Empty title={t("partner.noEvents")} />;
          return (
            <>
              <EventsTable partner={partner} events={edges.map(({ node }) => node)} />
              <LoadMore
                pageInfo={pageInfo}
                load={(after) => result.fetchMore({ variables: { ...variables, after } })}
              />
            </>
          );
        }}
      </QueryView>
    </>
  );
}
