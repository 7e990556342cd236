import { useTranslation } from "react-i18next";
import type { ProgramQuery } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { ClickReasons } from "../../ui/ClickReasons.tsx";
import { Answer } from "./Answer.tsx";
import { AnswerGroup } from "./AnswerGroup.tsx";

/** What a click earns, and when it doesn't. */
export function EarningAnswers({ program }: { program: ProgramQuery["program"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <AnswerGroup title={t("faq.group.earning")}>
      <Answer slug="earn" question={t("faq.earn.q")}>
        <p>{t("faq.earn.a", { epc: format.money(program.epc) })}</p>
      </Answer>
      <Answer slug="rate" question={t("faq.rate.q")}>
        <p>{t("faq.rate.a")}</p>
      </Answer>
      <Answer slug="counts" question={t("faq.counts.q")}>
        <p>{t("faq.counts.a")}</p>
        <p>{t("faq.counts.reader")}</p>
      </Answer>
      <Answer slug="reasons" question={t("faq.reasons.q")}>
        <p>{t("faq.reasons.a")}</p>
        <ClickReasons limits={program.visitorLimits} />
      </Answer>
    </AnswerGroup>
  );
}
