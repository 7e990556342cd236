import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PartnerSummaryFragment } from "../../../generated/graphql.ts";
import { useReactivatePartnerMutation, useSuspendPartnerMutation } from "../../../generated/hooks.ts";
import { localeOf } from "../../../lib/language.ts";
import { useLanguage } from "../../../lib/use-language.ts";
import { ReasonDialog } from "../../../ui/ReasonDialog.tsx";
import { reasonTemplates } from "../decisions/reason-templates.ts";
import { refetchShown } from "../refetch-shown.ts";

/** Suspends an active partner, reactivates a suspended one; either way with a reason. */
export function StandingDialog(props: { partner: PartnerSummaryFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { id, email, status } = props.partner;
  // As it was when the question was put: the answer changes it under the open dialog.
  const [suspended] = useState(status === "SUSPENDED");
  const [suspend, { client }] = useSuspendPartnerMutation();
  const [reactivate] = useReactivatePartnerMutation();
  const submit = async (reason: string) => {
    await (suspended ? reactivate : suspend)({ variables: { id, reason } });
    refetchShown(client, "PartnerHistory");
  };
  // Only admins read these.
  const reader = localeOf(language);
  return (
    <ReasonDialog
      title={suspended ? t("partner.reactivateTitle", { email }) : t("partner.suspendTitle", { email })}
      lead={suspended ? t("partner.reactivateBody") : t("partner.suspendBody")}
      label={t("queue.reason")}
      hint={t("partner.reasonHint")}
      templates={reasonTemplates(suspended ? "reactivate" : "suspend", reader)}
      missing={t("queue.reasonMissing")}
      submit={suspended ? t("partner.reactivate") : t("partner.suspend")}
      danger={!suspended}
      onReason={submit}
      onClose={props.onClose}
    />
  );
}
