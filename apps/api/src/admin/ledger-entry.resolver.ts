import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AdminEntity } from "../auth/admin.entity.ts";
import type { Context } from "../context.ts";
import { For } from "../graphql/audience.ts";
import { batchLoader } from "../graphql/batch-loader.ts";
import type { LedgerEntry } from "../ledger/ledger-entry.entity.ts";
import { LedgerEntryType } from "./ledger-entry.type.ts";

@Resolver(() => LedgerEntryType)
export class LedgerEntryResolver {
  @For("admin")
  @FieldResolver(() => String, {
    nullable: true,
    description: "E-mail address of the admin who booked it by hand; null when nobody did.",
  })
  async byEmail(@Root() { adminId }: LedgerEntry, @Ctx() { em }: Context): Promise<string | null> {
    return adminId ? ((await loadEmails(em, adminId)) ?? null) : null;
  }
}

const loadEmails = batchLoader(async (em, ids) => {
  const admins = await em.find(AdminEntity, { id: { $in: ids } }, { disableIdentityMap: true });
  return new Map(admins.map(({ id, email }) => [id, email]));
});
