import { ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { LedgerCheckNoticeFragment } from "../../../generated/graphql.ts";
import { useFormat } from "../../../lib/use-format.ts";

/** Whether the books were in order when they were last proven. */
export function LedgerCheckNotice({ check }: { check: LedgerCheckNoticeFragment | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!check) return <p className="note">{t("stats.ledgerNever")}</p>;
  const at = format.instant(check.at);
  if (check.ok)
    return (
      <p className="note books">
        <ShieldCheck aria-hidden="true" size={16} /> {t("stats.ledgerOk", { at })}
      </p>
    );
  return (
    <div className="failure" role="alert">
      <p>{t("stats.ledgerWrong", { at })}</p>
      <ul>
        {check.differences.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
    </div>
  );
}
