import { useTranslation } from "react-i18next";
import type { ProgramQuery } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Figure, Figures } from "../../ui/Figures.tsx";

/** The terms of the program as they are in force now. */
export function Terms({ program }: { program: ProgramQuery["program"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { epc, minimumWithdrawal, methods, earningsWindowDays } = program;
  return (
    <div className="terms">
      <Figures>
        <Figure strong label={t("landing.epc")} value={format.money(epc)} note={t("landing.epcNote")} />
        <Figure
          label={t("landing.minimum")}
          value={format.money(minimumWithdrawal)}
          note={format.list(methods.map((method) => t(`methodInText.${method}`)))}
        />
        <Figure
          label={t("landing.window")}
          value={
            earningsWindowDays === 0
              ? t("landing.windowNever")
              : t("landing.days", { count: earningsWindowDays })
          }
          note={earningsWindowDays === 0 ? null : t("landing.windowNote")}
        />
      </Figures>
    </div>
  );
}
