import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useAdminStatsQuery } from "../../generated/hooks.ts";
import { FilterLinks } from "../../ui/FilterLinks.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { LedgerCheckNotice } from "./LedgerCheckNotice.tsx";
import { StatsPanel } from "./StatsPanel.tsx";

const SPANS = [7, 30, 90] as const;

export function StatsSection() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const days = SPANS.find((span) => String(span) === params.get("days")) ?? 30;
  const stats = useAdminStatsQuery({ variables: { days } });
  return (
    <Panel
      title={t("stats.title")}
      actions={
        <FilterLinks
          label={t("stats.span")}
          param="days"
          value={String(days)}
          options={SPANS.map((span) => ({
            value: String(span),
            label: t("earnings.spanDays", { count: span }),
          }))}
        />
      }
    >
      <QueryView result={stats}>
        {({ admin }) => (
          <>
            <LedgerCheckNotice check={admin.ledgerCheck} />
            <StatsPanel stats={admin.stats} />
          </>
        )}
      </QueryView>
    </Panel>
  );
}
