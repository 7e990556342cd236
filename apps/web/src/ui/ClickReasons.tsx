import { useTranslation } from "react-i18next";
import type { ProgramQuery } from "../generated/graphql.ts";
import { useFormat } from "../lib/use-format.ts";
import "./click-reasons.css";

/** In the order of the server's checks; what is found out later comes last. */
const REASONS = [
  "SUSPENDED",
  "SELF_CLICK",
  "PREFETCH",
  "BOT",
  "DUPLICATE",
  "VELOCITY",
  "INVALIDATED",
] as const;

export type ClickReason = (typeof REASONS)[number];

/** The reason of this name; undefined for what is none, such as a click that counted. */
export function clickReason(name: string): ClickReason | undefined {
  return REASONS.find((reason) => reason === name);
}

/** Where the explanation of a reason stands on the page. */
export function reasonAnchor(reason: ClickReason): string {
  return `reason-${reason.toLowerCase().replace("_", "-")}`;
}

/** Why a click may not count, first reason first, and what its partner can do about it. */
export function ClickReasons({ limits }: { limits: ProgramQuery["program"]["visitorLimits"] }) {
  const { t } = useTranslation();
  const { integer } = useFormat();
  const numbers = {
    perTenMinutes: integer(limits.perTenMinutes),
    perHour: integer(limits.perHour),
    perDay: integer(limits.perDay),
  };
  return (
    <>
      <p className="note">{t("clickReason.order")}</p>
      <ol className="click-reasons">
        {REASONS.map((reason) => (
          <li key={reason} id={reasonAnchor(reason)}>
            <p className="click-reason-title">{t(`clickReason.${reason}.title`)}</p>
            <p>{t(`clickReason.${reason}.what`, numbers)}</p>
            <p className="note">
              <b>{t("clickReason.todo")}</b> <span>{t(`clickReason.${reason}.todo`)}</span>
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
