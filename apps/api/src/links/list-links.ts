import { isUuid } from "@contentflow/domain/session-id";
import type { EntityManager } from "../db/database.ts";
import { query } from "../db/query.ts";
import { type Connection, foreignCursor, type PageArgs, paginate } from "../graphql/connection.ts";
import { type Link, LinkEntity } from "./link.entity.ts";

/**
 * A partner's links, newest first.
 * @throws DomainError BAD_USER_INPUT when the page makes no sense
 */
export async function listLinks(
  em: EntityManager,
  partnerId: string,
  page: PageArgs,
): Promise<Connection<Link> & { totalCount: number }> {
  const connection = await paginate<Link>(
    page,
    ({ id }) => [id],
    async (limit, after) => {
      const rows = await query<Record<string, unknown>>(em, PAGE, [partnerId, limit, idOf(after)]);
      return rows.map((row) => em.map(LinkEntity, row));
    },
  );
  return { ...connection, totalCount: await em.count(LinkEntity, { partnerId }) };
}

// The cursor is the id alone and its time is looked up: a JavaScript date would cut off the microseconds.
const PAGE = `
  with last as (select created_at, id from links where id = $3 and partner_id = $1)
  select l.* from links l left join last on true
  where l.partner_id = $1
    and ($3::uuid is null or l.created_at < last.created_at or (l.created_at = last.created_at and l.id > last.id))
  order by l.created_at desc, l.id
  limit $2`;

function idOf(after: readonly string[] | null): string | null {
  if (after === null) return null;
  const [id] = after;
  if (isUuid(id)) return id;
  throw foreignCursor();
}
