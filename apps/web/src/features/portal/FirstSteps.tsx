import { Check } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { BalanceFiguresFragment, PortalQuery } from "../../generated/graphql.ts";
import { isSome } from "../../lib/amount.ts";
import { useFormat } from "../../lib/use-format.ts";
import { usePolling } from "../../lib/use-polling.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { firstSteps, type StepState } from "./first-steps.ts";

/** How often it is looked whether somebody has followed the first link. */
const LOOK_MS = 5_000;

interface FirstStepsProps {
  balance: BalanceFiguresFragment;
  portal: PortalQuery;
  refresh: () => Promise<unknown>;
}

/** The way to a first euro, for who has none yet. It stays to the end of the visit on which that changes. */
export function FirstSteps({ balance, portal, refresh }: FirstStepsProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const counted = balance.clicks > 0 || isSome(balance.earned);
  const [isNew] = useState(!counted);
  const link = portal.links.edges[0]?.node;
  const lastClick = link?.recentClicks.edges[0]?.node;
  useEffect(() => {
    // Coming back from where the link was shared: somebody may have followed it without a click that counts.
    const look = () => void refresh().catch(() => undefined);
    if (!isNew) return;
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, [isNew, refresh]);
  // A click that does not count moves nothing else on this page.
  const awaitsReader = isNew && link !== undefined && lastClick === undefined;
  usePolling(() => (awaitsReader ? refresh() : Promise.resolve()), LOOK_MS);
  if (!isNew) return null;

  const { make, share, click } = firstSteps({
    links: portal.links.totalCount,
    followed: lastClick !== undefined,
    counted,
  });
  const epc = money(portal.program.epc);
  return (
    <Panel title={counted ? t("portal.startedTitle") : t("portal.startTitle")}>
      <ol className="first-steps">
        <FirstStep state={make} title={t("portal.makeTitle")} text={t("portal.makeText")}>
          {make === "now" ? (
            <Link className="button primary" to="/partner/links">
              {t("portal.makeLink")}
            </Link>
          ) : null}
        </FirstStep>
        <FirstStep state={share} title={t("portal.shareTitle")} text={t("portal.shareText")}>
          {share === "now" && link ? (
            <p className="share-url">
              <code className="break">{link.url}</code>
              <CopyButton text={link.url} label={t("portal.copyLink")} />
            </p>
          ) : null}
        </FirstStep>
        <FirstStep
          state={click}
          title={t("portal.clickTitle")}
          text={counted ? t("portal.clickDone") : t("portal.clickText", { epc })}
        >
          {click === "now" && link ? (
            <p className="note">
              {t("portal.clickNotCounted")}{" "}
              <Link to={`/partner/links/${link.code}`}>{t("portal.seeWhy")}</Link>
            </p>
          ) : null}
        </FirstStep>
      </ol>
    </Panel>
  );
}

function FirstStep(props: { state: StepState; title: string; text: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <li
      className={`first-step first-step-${props.state}`}
      aria-current={props.state === "now" ? "step" : undefined}
    >
      <span className="first-step-sign" aria-hidden="true">
        {props.state === "done" ? <Check size={18} /> : null}
      </span>
      <div>
        <h3>
          {props.title}
          {props.state === "done" ? <span className="visually-hidden"> {t("portal.stepDone")}</span> : null}
        </h3>
        <p className="note">{props.text}</p>
        {props.children}
      </div>
    </li>
  );
}
