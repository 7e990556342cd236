import type { RequestGridRowFragment } from "../../../generated/graphql.ts";
import type { PayoutMethod, WithdrawalSort, WithdrawalStatus } from "../../../generated/schema.ts";

/** Which requests the queue shows, and in which order. Null and blank let everything through. */
export interface QueueFilter {
  readonly status: WithdrawalStatus | null;
  readonly method: PayoutMethod | null;
  readonly search: string;
  readonly sort: WithdrawalSort;
}

export const STATUSES = [
  "REQUESTED",
  "APPROVED",
  "PAID",
  "REJECTED",
] as const satisfies readonly WithdrawalStatus[];
export const METHODS = ["PAYPAL", "BANK"] as const satisfies readonly PayoutMethod[];
export const SORTS = ["OLDEST", "NEWEST", "LARGEST", "SMALLEST"] as const satisfies readonly WithdrawalSort[];

/** Most characters that the API looks for. */
const LONGEST = 254;

/** The filter that an address asks for; without a word, what waits for a decision. */
export function readQueueFilter(params: URLSearchParams): QueueFilter {
  const status =
    params.get("status") === "all" ? null : (named(STATUSES, params.get("status")) ?? "REQUESTED");
  return {
    status,
    method: named(METHODS, params.get("method")),
    search: (params.get("q") ?? "").trim().slice(0, LONGEST),
    sort: named(SORTS, params.get("sort")) ?? usualSort(status),
  };
}

/** Who has waited longest comes first; of what is settled, the latest. */
export function usualSort(status: WithdrawalStatus | null): WithdrawalSort {
  return status === "REQUESTED" || status === "APPROVED" ? "OLDEST" : "NEWEST";
}

/** An address with one part of the filter changed; null and what is usual leave it. */
export function withFilter(
  params: URLSearchParams,
  name: "method" | "q" | "sort" | "status",
  value: string | null,
): URLSearchParams {
  const next = new URLSearchParams(params);
  if (value) next.set(name, name === "q" ? value : value.toLowerCase());
  else next.delete(name);
  return next;
}

/** Whether a request that was just made or changed would be in the list. */
export function matches({ status, method, search }: QueueFilter, request: RequestGridRowFragment): boolean {
  if (status !== null && request.status !== status) return false;
  if (method !== null && request.method !== method) return false;
  const text = search.toLowerCase();
  const { email, id } = request.partner;
  return (
    email.includes(text) ||
    (request.reference ?? "").toLowerCase().includes(text) ||
    [request.id, id].includes(text)
  );
}

/** Where the same list can be had as a table, whole. That address speaks the API's words. */
export function csvAddress({ status, method, search, sort }: QueueFilter): string {
  const params = new URLSearchParams();
  if (status) params.set("status", status);
  if (method) params.set("method", method);
  if (search) params.set("search", search);
  params.set("sort", sort);
  return `/admin/withdrawals.csv?${params}`;
}

function named<T extends string>(values: readonly T[], text: string | null): T | null {
  return values.find((value) => value.toLowerCase() === text) ?? null;
}
