import { useTranslation } from "react-i18next";
import type { WithdrawalItemFragment } from "../../generated/graphql.ts";
import { Timeline } from "../../ui/Timeline.tsx";
import { When } from "../../ui/When.tsx";
import { type RequestStep, stepsOf } from "./steps-of.ts";

/** The steps of one request, done and ahead, with what is to be known about each. */
export function RequestSteps({ withdrawal }: { withdrawal: WithdrawalItemFragment }) {
  const { t } = useTranslation();
  const note = ({ status, waiting, at }: RequestStep) => {
    if (waiting) return status === "APPROVED" ? t("history.inReview") : t("history.onItsWay");
    if (at === null) return null;
    if (status === "REJECTED") return t("history.returned");
    return null;
  };
  const title = (step: RequestStep) => {
    if (step.waiting) return t(`history.waiting.${step.status === "APPROVED" ? "APPROVED" : "PAID"}`);
    return t(`withdrawalStatus.${step.status}`);
  };
  return (
    <Timeline
      label={t("history.steps")}
      steps={stepsOf(withdrawal).map((step) => ({
        key: `${step.status} ${step.at}`,
        title: title(step),
        when: step.at === null ? null : <When at={step.at} />,
        note: note(step),
        tone: step.tone,
      }))}
    />
  );
}
