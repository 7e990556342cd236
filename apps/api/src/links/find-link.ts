import { DomainError } from "@contentflow/domain/errors";
import type { EntityManager } from "../db/database.ts";
import { type Link, LinkEntity } from "./link.entity.ts";
import { isLinkCode } from "./link-code.ts";

/**
 * One of a partner's own links.
 * @throws DomainError NOT_FOUND, for somebody else's exactly as for a code that there is none of
 */
export async function findLink(em: EntityManager, partnerId: string, code: string): Promise<Link> {
  const link = isLinkCode(code) ? await em.findOne(LinkEntity, { code, partnerId }) : null;
  if (!link) throw new DomainError("NOT_FOUND", { what: "Link" });
  return link;
}
