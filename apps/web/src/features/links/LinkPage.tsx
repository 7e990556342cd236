import { ArrowLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useLinkQuery, useProgramQuery } from "../../generated/hooks.ts";
import { refusalOf } from "../../lib/refusal.ts";
import { ClickReasons } from "../../ui/ClickReasons.tsx";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { When } from "../../ui/When.tsx";
import { LinkClicks, PAGE } from "./LinkClicks.tsx";
import { LinkHead } from "./LinkHead.tsx";
import { LinkPageSkeleton } from "./LinkSkeletons.tsx";
import { shortAddress } from "./short-address.ts";
import "./links.css";
import "./link-page.css";

/** One link: its totals, and for each recent click whether it counted and why not. */
export function LinkPage() {
  const { t } = useTranslation();
  const { code = "" } = useParams();
  const result = useLinkQuery({ variables: { code, first: PAGE } });
  const program = useProgramQuery();
  const link = result.data?.link;
  const back = (
    <Link className="link-back" to="/partner/links">
      <ArrowLeft aria-hidden="true" size={18} />
      {t("links.back")}
    </Link>
  );
  if (!link && refusalOf(result.error)?.code === "NOT_FOUND") {
    return (
      <Page title={t("links.missingTitle")} lead={t("links.missingBody")}>
        <p>{back}</p>
      </Page>
    );
  }
  return (
    <Page
      title={link ? (link.title ?? shortAddress(link.destination)) : t("links.title")}
      lead={
        link ? (
          <>
            {t("links.leadsTo")} <a href={link.destination}>{shortAddress(link.destination)}</a>
            {" · "}
            {t("links.madeLong")} <When at={link.createdAt} />
          </>
        ) : undefined
      }
      actions={back}
      cutsTitle
    >
      <QueryView result={result} loading={<LinkPageSkeleton />}>
        {(data) => (
          <>
            <LinkHead link={data.link} programEpc={program.data?.program.epc} />
            <LinkClicks
              code={code}
              clicks={data.link.recentClicks}
              keptDays={program.data?.program.eventRetentionDays}
              reload={() => result.refetch()}
              loadMore={(after) => result.fetchMore({ variables: { code, first: PAGE, after } })}
            />
          </>
        )}
      </QueryView>
      {program.data ? (
        <Panel title={t("links.reasonsTitle")}>
          <ClickReasons limits={program.data.program.visitorLimits} />
        </Panel>
      ) : null}
    </Page>
  );
}
