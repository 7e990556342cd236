import { isUuid } from "@contentflow/domain/session-id";
import { parseText } from "@contentflow/domain/text";
import type { FilterQuery } from "@mikro-orm/postgresql";
import type { EntityManager } from "../db/database.ts";
import { containing } from "../db/like-pattern.ts";
import { type Connection, type PageArgs, paginate } from "../graphql/connection.ts";
import { type Partner, PartnerEntity } from "../partners/partner.entity.ts";

/**
 * Partners by e-mail address, A to Z. `search` is a part of an address, or a whole id; blank finds all.
 * @throws DomainError BAD_USER_INPUT when the page makes no sense or the search is longer than an address
 */
export async function listPartners(
  em: EntityManager,
  page: PageArgs,
  search: string | null | undefined,
): Promise<Connection<Partner> & { totalCount: number }> {
  const found = matching(parseText(search ?? "", { field: "search", max: 254, min: 0 }).toLowerCase());
  const connection = await paginate<Partner>(
    page,
    ({ email }) => [email],
    (limit, after) =>
      em.find(
        PartnerEntity,
        after
          ? { $and: [found, { email: { $gt: parseText(after[0], { field: "after", max: 254 }) } }] }
          : found,
        {
          orderBy: { email: "asc" },
          limit,
        },
      ),
  );
  return { ...connection, totalCount: await em.count(PartnerEntity, found) };
}

function matching(search: string): FilterQuery<Partner> {
  if (search === "") return {};
  return isUuid(search) ? { id: search } : { email: { $like: containing(search) } };
}
