import { useTranslation } from "react-i18next";
import type { WithdrawalStatus } from "../generated/schema.ts";

export function StatusBadge({ status }: { status: WithdrawalStatus }) {
  const { t } = useTranslation();
  return <span className={`badge badge-${status.toLowerCase()}`}>{t(`withdrawalStatus.${status}`)}</span>;
}
