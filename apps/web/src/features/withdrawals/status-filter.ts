import type { WithdrawalStatus } from "../../generated/schema.ts";

export const STATUSES = ["REQUESTED", "APPROVED", "PAID", "REJECTED"] as const satisfies WithdrawalStatus[];

/** The status that the address asks for; undefined for all. */
export function statusFilter(params: URLSearchParams): WithdrawalStatus | undefined {
  return STATUSES.find((status) => status === params.get("status"));
}
