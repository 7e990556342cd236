import type { ErrorCode } from "@contentflow/domain/errors";
import type { Refusal } from "../../lib/refusal.ts";
import { DRAFT_FIELDS, type DraftField } from "./check-draft.ts";

const ABOUT_AMOUNT: readonly ErrorCode[] = ["BELOW_MINIMUM", "INSUFFICIENT_BALANCE"];
const PASSING: readonly ErrorCode[] = ["RATE_LIMITED", "SERVICE_UNAVAILABLE", "INTERNAL_SERVER_ERROR"];

/** The field of the form that a refusal by the server is about; null when it is about none of them. */
export function answeredField({ code, details }: Refusal): DraftField | null {
  if (ABOUT_AMOUNT.includes(code)) return "amount";
  if (code !== "INVALID_DESTINATION" && code !== "BAD_USER_INPUT") return null;
  const field = "field" in details ? details.field : undefined;
  return DRAFT_FIELDS.find((known) => field === known || field?.endsWith(`.${known}`)) ?? null;
}

/** Whether the same request may go through when it is sent again: not when it was refused for what it says. */
export function mayPassLater(refusal: Refusal | null): boolean {
  return refusal === null || PASSING.includes(refusal.code);
}
