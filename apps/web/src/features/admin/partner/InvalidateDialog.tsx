import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { PartnerSummaryFragment } from "../../../generated/graphql.ts";
import { useInvalidateClicksMutation } from "../../../generated/hooks.ts";
import { ReasonDialog } from "../../../ui/ReasonDialog.tsx";
import { reasonTemplates } from "../decisions/reason-templates.ts";

/** Takes back the earnings of clicks that turned out to be invalid. */
export function InvalidateDialog(props: {
  eventIds: readonly string[];
  partner: PartnerSummaryFragment;
  /** Where the focus goes once it is done: the button that opened this goes with what was picked. */
  next: () => HTMLElement | null;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { eventIds, partner, next, onDone, onClose } = props;
  const done = useRef(false);
  const [invalidate] = useInvalidateClicksMutation({ refetchQueries: ["PartnerEvents"] });
  const submit = async (reason: string) => {
    await invalidate({ variables: { eventIds, reason } });
    done.current = true;
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
      finalFocus={() => (done.current && next()) || true}
      onReason={submit}
      onClose={onClose}
    />
  );
}
