import { isUuid } from "@contentflow/domain/session-id";
import { parseText } from "@contentflow/domain/text";
import type { PayoutMethod, WithdrawalStatus } from "@contentflow/domain/withdrawal";
import { type FilterQuery, sql } from "@mikro-orm/core";
import { containing } from "../db/like-pattern.ts";
import type { Withdrawal } from "./withdrawal.entity.ts";

/** What is absent, null or blank narrows nothing down. */
export interface WithdrawalFilter {
  readonly partnerId?: string | undefined;
  readonly status?: WithdrawalStatus | null | undefined;
  readonly method?: PayoutMethod | null | undefined;
  /**
   * A part of the partner's address or of the payment reference, whatever the case, or the whole id of the withdrawal
   * or of the partner; at most 254 characters.
   */
  readonly search?: string | null | undefined;
}

/**
 * The one meaning of a filter: what lists show, count and export.
 * @throws DomainError BAD_USER_INPUT (search is too long, or no text)
 */
export function matching({ partnerId, status, method, search }: WithdrawalFilter): FilterQuery<Withdrawal> {
  const text = parseText(search ?? "", { field: "search", max: 254, min: 0 });
  return {
    ...(partnerId && { partnerId }),
    ...(status && { status }),
    ...(method && { method }),
    ...(text !== "" && { $or: found(text) }),
  };
}

function found(text: string): FilterQuery<Withdrawal>[] {
  const address = containing(text.toLowerCase());
  const partners = sql`(select id from partners where email like ${address})`;
  return [
    { partnerId: { $in: partners } },
    { reference: { $ilike: containing(text) } },
    ...(isUuid(text) ? [{ id: text }, { partnerId: text }] : []),
  ] as FilterQuery<Withdrawal>[];
}
