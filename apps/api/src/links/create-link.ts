import { randomUUID } from "node:crypto";
import { DomainError } from "@contentflow/domain/errors";
import { parseText } from "@contentflow/domain/text";
import type { App } from "../app.ts";
import type { EntityManager } from "../db/database.ts";
import { violatedUnique } from "../db/database-error.ts";
import { query } from "../db/query.ts";
import { inTransaction } from "../db/transaction.ts";
import { parseDestination } from "./destination.ts";
import { type Link, LinkEntity } from "./link.entity.ts";
import { randomLinkCode } from "./link-code.ts";

/** Far more than anybody shares by hand; a script that has gone wild stops here. */
export const MAX_LINKS_PER_PARTNER = 10_000;
const ATTEMPTS = 5;

export interface NewLink {
  readonly destination: string;
  /** The partner's own name for it; blank is none. */
  readonly title?: string | null | undefined;
}

/**
 * Makes a tracked link of a partner. `newCode` is tried again when the code is already taken.
 * @throws DomainError BAD_USER_INPUT (destination or title, or the partner has too many links),
 *   DESTINATION_NOT_ALLOWED
 */
export async function createLink(
  app: Pick<App, "database" | "terms" | "publicUrl">,
  partnerId: string,
  input: NewLink,
  newCode: () => string = randomLinkCode,
): Promise<Link> {
  const { linkHosts } = app.terms;
  const destination = parseDestination(input.destination, { linkHosts, publicUrl: app.publicUrl });
  const title = parseText(input.title ?? "", { field: "title", max: 200, min: 0 });
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(app.database, async (em) => {
        await assertRoomForOneMore(em, partnerId);
        const fields = {
          id: randomUUID(),
          code: newCode(),
          partnerId,
          destination,
          title: title === "" ? null : title,
        };
        const link = em.create(LinkEntity, fields);
        await em.flush();
        return link;
      });
    } catch (error) {
      if (violatedUnique(error) !== "links_code_unique" || attempt === ATTEMPTS) throw error;
    }
  }
}

async function assertRoomForOneMore(em: EntityManager, partnerId: string): Promise<void> {
  // The lock makes parallel requests of one partner count each other's links.
  await query(em, "select from partners where id = $1 for no key update", [partnerId]);
  if ((await em.count(LinkEntity, { partnerId })) < MAX_LINKS_PER_PARTNER) return;
  throw new DomainError("BAD_USER_INPUT", {
    reason: `you already have ${MAX_LINKS_PER_PARTNER} links, the most possible`,
  });
}
