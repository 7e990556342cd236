import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useAdminPartnersQuery } from "../../../generated/hooks.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Field } from "../../../ui/Field.tsx";
import { LoadMore } from "../../../ui/LoadMore.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { QueryView } from "../../../ui/QueryView.tsx";
import { Skeletons } from "../../../ui/Skeleton.tsx";
import { useLater } from "../use-later.ts";
import { PartnerListItem } from "./PartnerListItem.tsx";

const PAGE = 10;
const TYPING_MS = 250;

/** All partners, or those whose address holds what is searched for. */
export function PartnerSearch() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const search = params.get("search")?.trim() ?? "";
  const [text, setText] = useState(search);
  const field = useRef<HTMLInputElement>(null);
  const variables = { first: PAGE, search: search || null };
  const result = useAdminPartnersQuery({ variables });
  const { data = result.error ? undefined : result.previousData, error, refetch } = result;
  const searchFor = () =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        if (text.trim()) next.set("search", text.trim());
        else next.delete("search");
        return next;
      },
      { preventScrollReset: true, replace: true },
    );
  const searchSoon = useLater(TYPING_MS, searchFor);
  useEffect(() => {
    if (document.activeElement !== field.current) setText(search);
  }, [search]);
  return (
    <Panel title={t("partners.title")}>
      <search className="search">
        <Field
          label={t("partners.search")}
          type="search"
          ref={field}
          maxLength={254}
          autoComplete="off"
          value={text}
          onValue={(value) => {
            setText(value);
            searchSoon();
          }}
        />
      </search>
      <QueryView result={{ data, error, refetch }} loading={<Skeletons shape="row" count={5} />}>
        {({ admin: { partners: found } }) =>
          found.edges.length === 0 ? (
            <Empty title={search ? t("partners.noMatch", { search }) : t("partners.none")} />
          ) : (
            <>
              <p className="note" role="status">
                {t("partners.count", { count: found.totalCount })}
              </p>
              <ul className="rows">
                {found.edges.map(({ node }) => (
                  <PartnerListItem key={node.id} partner={node} />
                ))}
              </ul>
              <LoadMore
                pageInfo={found.pageInfo}
                load={(after) => result.fetchMore({ variables: { ...variables, after } })}
              />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}
