import { useTranslation } from "react-i18next";
import type { ProgramQuery } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Answer } from "./Answer.tsx";
import { AnswerGroup } from "./AnswerGroup.tsx";

/** How earnings become money, and what can happen on the way. */
export function MoneyAnswers({ program }: { program: ProgramQuery["program"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = program.earningsWindowDays;
  const minimum = format.money(program.minimumWithdrawal);
  const methods = format.list(program.methods.map((method) => t(`methodInText.${method}`)));
  return (
    <AnswerGroup title={t("faq.group.money")}>
      <Answer slug="withdraw" question={t("faq.withdraw.q")}>
        <p>{t("faq.withdraw.a", { minimum, methods })}</p>
        <p>{t("faq.withdraw.review")}</p>
      </Answer>
      <Answer slug="window" question={t("faq.window.q")}>
        {days === 0 ? (
          <p>{t("faq.window.never")}</p>
        ) : (
          <>
            <p>{t("faq.window.a", { days: format.integer(days) })}</p>
            <p>{t("faq.window.lapse")}</p>
          </>
        )}
      </Answer>
      <Answer slug="rejected" question={t("faq.rejected.q")}>
        <p>{t("faq.rejected.a")}</p>
        {days === 0 ? null : <p>{t("faq.rejected.window", { days: format.integer(days) })}</p>}
      </Answer>
      <Answer slug="invalid" question={t("faq.invalid.q")}>
        <p>{t("faq.invalid.a")}</p>
      </Answer>
    </AnswerGroup>
  );
}
