import { useTranslation } from "react-i18next";
import { useProgramQuery } from "../../generated/hooks.ts";
import { Page } from "../../ui/Page.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { FaqAnswers } from "./FaqAnswers.tsx";

export function FaqPage() {
  const { t } = useTranslation();
  const program = useProgramQuery();
  return (
    <Page title={t("faq.title")} lead={t("faq.lead")}>
      <QueryView result={program}>{(data) => <FaqAnswers program={data.program} />}</QueryView>
    </Page>
  );
}
