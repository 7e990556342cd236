import { DomainError } from "@contentflow/domain/errors";
import { isUuid } from "@contentflow/domain/session-id";
import type { EntityManager } from "../db/database.ts";
import { batchLoader } from "../graphql/batch-loader.ts";
import { type Partner, PartnerEntity } from "../partners/partner.entity.ts";

/**
 * A partner for an admin. Those of a list are loaded together.
 * @throws DomainError NOT_FOUND, also when the text cannot be an id at all
 */
export async function findPartner(em: EntityManager, id: string): Promise<Partner> {
  const partner = isUuid(id) ? await loadPartners(em, id.toLowerCase()) : undefined;
  if (!partner) throw new DomainError("NOT_FOUND", { what: "Partner" });
  return partner;
}

const loadPartners = batchLoader(async (em, ids) => {
  const partners = await em.find(PartnerEntity, { id: { $in: ids } }, { disableIdentityMap: true });
  return new Map(partners.map((partner) => [partner.id, partner]));
});
