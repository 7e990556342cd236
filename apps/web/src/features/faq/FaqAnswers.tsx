import { useTranslation } from "react-i18next";
import type { ProgramQuery } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";

/** Answers whose numbers are the ones in force. */
export function FaqAnswers({ program }: { program: ProgramQuery["program"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = program.earningsWindowDays;
  const answers = [
    ["earn", t("faq.earn.q"), t("faq.earn.a", { epc: format.money(program.epc) })],
    ["counts", t("faq.counts.q"), t("faq.counts.a")],
    ["window", t("faq.window.q"), days === 0 ? t("faq.window.never") : t("faq.window.a", { days })],
    [
      "withdraw",
      t("faq.withdraw.q"),
      t("faq.withdraw.a", {
        minimum: format.money(program.minimumWithdrawal),
        methods: format.list(program.methods.map((method) => t(`methodInText.${method}`))),
      }),
    ],
    ["rejected", t("faq.rejected.q"), t("faq.rejected.a")],
    ["invalid", t("faq.invalid.q"), t("faq.invalid.a")],
    ["privacy", t("faq.privacy.q"), t("faq.privacy.a")],
    ["signIn", t("faq.signIn.q"), t("faq.signIn.a")],
  ] as const;
  return (
    <div className="answers">
      {answers.map(([id, question, answer]) => (
        <section key={id} id={id}>
          <h2>{question}</h2>
          <p>{answer}</p>
        </section>
      ))}
      <section id="contact">
        <h2>{t("faq.contact.q")}</h2>
        <p>
          {t("faq.contact.a")} <a href={`mailto:${program.supportEmail}`}>{program.supportEmail}</a>
        </p>
      </section>
    </div>
  );
}
