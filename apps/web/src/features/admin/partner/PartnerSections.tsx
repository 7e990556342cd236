import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { PartnerSummaryFragment } from "../../../generated/graphql.ts";
import { FilterLinks } from "../../../ui/FilterLinks.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { PartnerEvents } from "./PartnerEvents.tsx";
import { PartnerHistory } from "./PartnerHistory.tsx";
import { PartnerLedger } from "./PartnerLedger.tsx";
import { PartnerWithdrawals } from "./PartnerWithdrawals.tsx";

const NAMES = ["withdrawals", "ledger", "clicks", "history"] as const;

const SECTIONS: Record<(typeof NAMES)[number], ComponentType<{ partner: PartnerSummaryFragment }>> = {
  withdrawals: PartnerWithdrawals,
  ledger: PartnerLedger,
  clicks: PartnerEvents,
  history: PartnerHistory,
};

/** One part at a time, each asked for when it is looked at; which one stands in the address. */
export function PartnerSections({ partner }: { partner: PartnerSummaryFragment }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const shown = NAMES.find((name) => name === params.get("section")) ?? "withdrawals";
  const Section = SECTIONS[shown];
  return (
    <Panel
      title={t(`partner.${shown}`)}
      note={t(`partner.note.${shown}`)}
      actions={
        <FilterLinks
          label={t("partner.sections")}
          param="section"
          value={shown}
          options={NAMES.map((value) => ({ value, label: t(`partner.${value}`) }))}
        />
      }
    >
      <Section key={partner.id} partner={partner} />
    </Panel>
  );
}
