import type { App } from "../app.ts";
import { isLinkCode } from "./link-code.ts";

/**
 * What a redirect needs of a link, to be remembered: none of it ever changes, but that the page which a link of an erased
 * partner led to is forgotten one day. Memory may know it for longer: the reader only arrives better.
 */
export interface CachedLink {
  readonly id: string;
  readonly partnerId: string;
  readonly destination: string;
}

export interface LinkCache {
  /** The link of a code; null if there is none. Known links are found without the database, at once. */
  find(code: string): CachedLink | null | Promise<CachedLink | null>;
  /** Remembers the newest links, so that they redirect from the start, whatever happens to the database. */
  preload(): Promise<void>;
}

/** About 60 MB when full. */
const CAPACITY = 200_000;
const PRELOADED = 50_000;

interface Row {
  readonly id: string;
  readonly code: string;
  readonly partner_id: string;
  readonly destination: string;
}

/** Links by code; past `capacity` of them the longest known is forgotten first. */
export function createLinkCache(
  { database: { visitors: pool } }: Pick<App, "database">,
  capacity = CAPACITY,
): LinkCache {
  const links = new Map<string, CachedLink>();

  const remember = ({ code, id, partner_id, destination }: Row): CachedLink => {
    const link = { id, partnerId: partner_id, destination };
    links.set(code, link);
    if (links.size > capacity) {
      const [oldest] = links.keys();
      if (oldest !== undefined) links.delete(oldest);
    }
    return link;
  };

  const look = async (code: string): Promise<CachedLink | null> => {
    const { rows } = await pool.query<Row>({
      name: "link-by-code",
      text: "select id, code, partner_id, destination from links where code = $1",
      values: [code],
    });
    return rows[0] ? remember(rows[0]) : null;
  };

  return {
    find(code) {
      return isLinkCode(code) ? (links.get(code) ?? look(code)) : null;
    },
    async preload() {
      const { rows } = await pool.query<Row>(
        "select id, code, partner_id, destination from links order by created_at desc limit $1",
        [Math.min(PRELOADED, capacity)],
      );
      // The newest last: they are the last to be forgotten.
      for (const row of rows.reverse()) remember(row);
    },
  };
}
