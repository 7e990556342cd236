import { useTranslation } from "react-i18next";
import { useProgramQuery } from "../../generated/hooks.ts";
import { Page } from "../../ui/Page.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { Skeletons } from "../../ui/Skeleton.tsx";
import { EarningAnswers } from "./EarningAnswers.tsx";
import { MoneyAnswers } from "./MoneyAnswers.tsx";
import { PrivacyAnswers } from "./PrivacyAnswers.tsx";
import { TermsInForce } from "./TermsInForce.tsx";
import "./faq.css";

/** Answers whose numbers are the ones in force. */
export function FaqPage() {
  const { t } = useTranslation();
  const result = useProgramQuery();
  return (
    <Page title={t("faq.title")} lead={t("faq.lead")}>
      <QueryView result={result} loading={<Skeletons shape="row" count={10} />}>
        {({ program }) => (
          <>
            <TermsInForce program={program} />
            <div className="answers">
              <EarningAnswers program={program} />
              <MoneyAnswers program={program} />
              <PrivacyAnswers program={program} />
            </div>
            <section className="faq-contact" id="contact" aria-labelledby="contact-title">
              <h2 id="contact-title">{t("faq.contact.q")}</h2>
              <p>
                {t("faq.contact.a")} <a href={`mailto:${program.supportEmail}`}>{program.supportEmail}</a>
              </p>
            </section>
          </>
        )}
      </QueryView>
    </Page>
  );
}
