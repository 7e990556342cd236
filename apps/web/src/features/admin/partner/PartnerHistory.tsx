import { useTranslation } from "react-i18next";
import type { PartnerSummaryFragment } from "../../../generated/graphql.ts";
import { usePartnerHistoryQuery } from "../../../generated/hooks.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { QueryView } from "../../../ui/QueryView.tsx";
import { Timeline } from "../../../ui/Timeline.tsx";
import { When } from "../../../ui/When.tsx";

/** When and why the partner was suspended or let back in, and by whom. */
export function PartnerHistory({ partner }: { partner: PartnerSummaryFragment }) {
  const { t } = useTranslation();
  const result = usePartnerHistoryQuery({ variables: { id: partner.id } });
  return (
    <QueryView result={result}>
      {({ admin }) => {
        const { statusChanges } = admin.partner;
        if (statusChanges.length === 0) return <Empty title={t("partner.noHistory")} />;
        return (
          <Timeline
            label={t("partner.history")}
            steps={statusChanges.map(({ id, at, status, reason, byEmail }) => ({
              key: id,
              title: t(`partner.became.${status}`, { email: byEmail }),
              when: <When at={at} />,
              note: reason,
              tone: status === "SUSPENDED" ? "bad" : "done",
            }))}
          />
        );
      }}
    </QueryView>
  );
}
