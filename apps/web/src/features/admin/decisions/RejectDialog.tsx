import { useTranslation } from "react-i18next";
import type { RequestGridRowFragment } from "../../../generated/graphql.ts";
import { localeOf } from "../../../lib/language.ts";
import { useFormat } from "../../../lib/use-format.ts";
import { useLanguage } from "../../../lib/use-language.ts";
import { ReasonDialog } from "../../../ui/ReasonDialog.tsx";
import { commonLocale, reasonTemplates } from "./reason-templates.ts";

/** Asks why one request, or several, are refused. */
export function RejectDialog(props: {
  requests: readonly RequestGridRowFragment[];
  onReject: (reason: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { language } = useLanguage();
  const { requests, onReject, onClose } = props;
  const [only] = requests;
  const reader = commonLocale(
    requests.map(({ partner }) => partner.locale),
    localeOf(language),
  );
  const one = requests.length === 1 && only;
  return (
    <ReasonDialog
      title={
        one
          ? t("queue.rejectTitle", { amount: format.money(one.amount) })
          : t("queue.rejectSeveral", { count: requests.length })
      }
      lead={one ? t("queue.rejectBody", { email: one.partner.email }) : t("queue.rejectSeveralBody")}
      label={t("queue.reason")}
      hint={t(`queue.reasonHint.${reader}`)}
      templates={reasonTemplates("reject", reader)}
      missing={t("queue.reasonMissing")}
      submit={t("queue.reject")}
      danger
      onReason={onReject}
      onClose={onClose}
    />
  );
}
