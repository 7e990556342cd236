import { useTranslation } from "react-i18next";
import type { ProgramQuery } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Figure, Figures } from "../../ui/Figures.tsx";

/** The numbers that the answers rest on, as they are today. */
export function TermsInForce({ program }: { program: ProgramQuery["program"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = program.earningsWindowDays;
  return (
    <Figures>
      <Figure strong label={t("faq.terms.epc")} value={format.money(program.epc)} />
      <Figure label={t("faq.terms.minimum")} value={format.money(program.minimumWithdrawal)} />
      <Figure
        label={t("faq.terms.window")}
        value={days === 0 ? t("faq.terms.noLimit") : t("faq.terms.days", { days: format.integer(days) })}
      />
      <Figure
        label={t("faq.terms.methods")}
        value={format.list(program.methods.map((method) => t(`methodInText.${method}`)))}
      />
    </Figures>
  );
}
