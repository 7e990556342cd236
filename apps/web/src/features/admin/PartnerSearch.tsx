import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useAdminPartnersQuery } from "../../generated/hooks.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Field } from "../../ui/Field.tsx";
import { LoadMore } from "../../ui/LoadMore.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { PartnerRow } from "./PartnerRow.tsx";

const PAGE = 20;

/** All partners, or those whose address holds what is searched for. */
export function PartnerSearch() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const search = params.get("search") || null;
  const [text, setText] = useState(search ?? "");
  const partners = useAdminPartnersQuery({ variables: { first: PAGE, search } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setParams(
      (current) => {
        if (text.trim()) current.set("search", text.trim());
        else current.delete("search");
        return current;
      },
      { preventScrollReset: true },
    );
  };
  return (
    <Panel title={t("partners.title")}>
      <form className="search" onSubmit={submit}>
        <Field label={t("partners.search")} type="search" value={text} onValue={setText} />
        <button type="submit">{t("partners.submit")}</button>
      </form>
      <QueryView result={partners}>
        {({ admin: { partners: found } }) =>
          found.edges.length === 0 ? (
            <Empty title={search ? t("partners.noMatch", { search }) : t("partners.none")} />
          ) : (
            <>
              <ul className="rows">
                {found.edges.map(({ node }) => (
                  <PartnerRow key={node.id} partner={node} />
                ))}
              </ul>
              <LoadMore
                pageInfo={found.pageInfo}
                load={(after) => partners.fetchMore({ variables: { first: PAGE, after, search } })}
              />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}
