import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useEarningsQuery } from "../../generated/hooks.ts";
import { Empty } from "../../ui/Empty.tsx";
import { FilterLinks } from "../../ui/FilterLinks.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { EarningsTable } from "./EarningsTable.tsx";

const SPANS = [7, 30, 90] as const;

/** Day by day, over a span that is part of the address. */
export function DailyEarnings() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const days = SPANS.find((span) => String(span) === params.get("days")) ?? 30;
  const earnings = useEarningsQuery({ variables: { days } });
  return (
    <Panel
      title={t("earnings.dailyTitle")}
      note={t("earnings.dailyNote")}
      actions={
        <FilterLinks
          label={t("earnings.span")}
          param="days"
          value={String(days)}
          options={SPANS.map((span) => ({
            value: String(span),
            label: t("earnings.spanDays", { count: span }),
          }))}
        />
      }
    >
      <QueryView result={earnings}>
        {(data) =>
          data.earnings.every(({ clicks, earned }) => clicks === 0 && !/[1-9]/.test(earned)) ? (
            <Empty title={t("earnings.emptyTitle")}>
              <p>{t("earnings.emptyBody")}</p>
              <Link to="/partner/links">{t("earnings.toLinks")}</Link>
            </Empty>
          ) : (
            <EarningsTable days={data.earnings} />
          )
        }
      </QueryView>
    </Panel>
  );
}
