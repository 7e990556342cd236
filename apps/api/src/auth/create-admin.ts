import { parseEmail } from "@contentflow/domain/email";
import { DomainError } from "@contentflow/domain/errors";
import type { App } from "../app.ts";
import { inTransaction } from "../db/transaction.ts";
import type { Admin } from "./admin.entity.ts";
import { findOrCreateAccount } from "./find-account.ts";

/**
 * Makes sure that an address may sign in as an admin; naming an admin again changes nothing.
 * @throws DomainError BAD_USER_INPUT (not an address, or a partner's: nobody approves their own money)
 */
export async function createAdmin(app: Pick<App, "database">, email: string): Promise<Admin> {
  const address = parseEmail(email);
  const account = await inTransaction(app.database, (em) =>
    findOrCreateAccount(em, { email: address, locale: "en", role: "admin" }),
  );
  if (account.role === "admin") return account.person;
  throw new DomainError("BAD_USER_INPUT", {
    field: "email",
    reason: "belongs to a partner, and an address is an admin's or a partner's, never both",
  });
}
