import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ProgramQuery } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Answer } from "./Answer.tsx";
import { AnswerGroup } from "./AnswerGroup.tsx";

/** What is kept about whom, for how long, and who gets to see it. */
export function PrivacyAnswers({ program }: { program: ProgramQuery["program"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <AnswerGroup title={t("faq.group.privacy")}>
      <Answer slug="visitors" question={t("faq.visitors.q")}>
        <p>{t("faq.visitors.a")}</p>
        <p>{t("faq.visitors.kept", { days: format.integer(program.eventRetentionDays) })}</p>
      </Answer>
      <Answer slug="about-you" question={t("faq.aboutYou.q")}>
        <p>{t("faq.aboutYou.a")}</p>
        <p>{t("faq.aboutYou.payment")}</p>
      </Answer>
      <Answer slug="your-data" question={t("faq.yourData.q")}>
        <p>{t("faq.yourData.export")}</p>
        <p>{t("faq.yourData.erase")}</p>
        <p>
          <Link to="/partner/settings">{t("faq.yourData.link")}</Link>
        </p>
      </Answer>
      <Answer slug="board" question={t("faq.board.q")}>
        <p>{t("faq.board.a")}</p>
      </Answer>
      <Answer slug="sign-in" question={t("faq.signIn.q")}>
        <p>{t("faq.signIn.a")}</p>
      </Answer>
    </AnswerGroup>
  );
}
