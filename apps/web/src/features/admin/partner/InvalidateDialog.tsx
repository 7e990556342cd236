import { useTranslation } from "react-i18next";
import type { PartnerSummaryFragment } from "../../../generated/graphql.ts";
import { useInvalidateClicksMutation } from "../../../generated/hooks.ts";
import { ReasonDialog } from "../../../ui/ReasonDialog.tsx";
import { reasonTemplates } from "../decisions/reason-templates.ts";

/** Takes back the earnings of clicks that turned out to be invalid. */
export function InvalidateDialog(props: {
  eventIds: readonly string[];
  partner: PartnerSummaryFragment;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { eventIds, partner, onDone, onClose } = props;
  const [invalidate] = useInvalidateClicksMutation({ refetchQueries: ["PartnerEvents"] });
  const submit = async (reason: string) => {
    await invalidate({ variables: { eventIds, reason } });
    onDone();
  };
  return (
    <ReasonDialog
      title={t("invalidate.title", { count: eventIds.length })}
      lead={t("invalidate.body")}
      label={t("queue.reason")}
      hint={t(`queue.reasonHint.${partner.locale}`)}
      templates={reasonTemplates("invalidate", partner.locale)}
      missing={t("queue.reasonMissing")}
      submit={t("invalidate.submit")}
      danger
      onReason={submit}
      onClose={onClose}
    />
  );
}
