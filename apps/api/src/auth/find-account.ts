import { randomUUID } from "node:crypto";
import { type EntityManager, LockMode } from "@mikro-orm/postgresql";
import { query } from "../db/query.ts";
import { type Partner, PartnerEntity } from "../partners/partner.entity.ts";
import { type Admin, AdminEntity } from "./admin.entity.ts";

/** The one person that an address stands for. */
export type Account =
  | { readonly role: "admin"; readonly person: Admin }
  | { readonly role: "partner"; readonly person: Partner };

/** Who has the address. The partner's row is held, so that nobody is suspended while their session begins. */
async function findAccount(em: EntityManager, email: string): Promise<Account | null> {
  const admin = await em.findOne(AdminEntity, { email });
  if (admin) return { role: "admin", person: admin };
  const partner = await em.findOne(PartnerEntity, { email }, { lockMode: LockMode.PESSIMISTIC_READ });
  return partner && { role: "partner", person: partner };
}

/** Who has the address, or a new account of `role` for it. Of several at once, one creates and the others find. */
export async function findOrCreateAccount(
  em: EntityManager,
  { email, locale, role }: { email: string; locale: "en" | "fr"; role: Account["role"] },
): Promise<Account> {
  const known = await findAccount(em, email);
  if (known) return known;
  // The lock of the trigger that keeps an address to one role: whoever had it before us has committed.
  await query(em, "select pg_advisory_xact_lock(hashtextextended($1, 0))", [email]);
  const meanwhile = await findAccount(em, email);
  if (meanwhile) return meanwhile;
  const account = { id: randomUUID(), email, locale };
  const created: Account =
    role === "admin"
      ? { role, person: em.create(AdminEntity, account) }
      : { role, person: em.create(PartnerEntity, account) };
  await em.flush();
  return created;
}
