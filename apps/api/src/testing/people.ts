import { randomUUID } from "node:crypto";
import { dayOf } from "@contentflow/domain/day";
import { parseRate } from "@contentflow/domain/money";
import { findOrCreateAccount } from "../auth/find-account.ts";
import { startSession } from "../auth/start-session.ts";
import { recordEvents } from "../clicks/record-events.ts";
import { inTransaction } from "../db/transaction.ts";
import { TestClient } from "./client.ts";
import type { TestApp } from "./test-app.ts";

/** Somebody who is signed in, and the client that carries their session. */
export interface SignedIn {
  readonly id: string;
  readonly email: string;
  readonly client: TestClient;
}

/** A new partner, signed in without the detour of a mail. */
export async function signedInPartner(
  test: TestApp,
  email = `${randomUUID()}@example.org`,
): Promise<SignedIn> {
  return signIn(test, "partner", email);
}

/** A new admin, signed in without the detour of a mail. */
export async function signedInAdmin(
  test: TestApp,
  email = `${randomUUID()}@contentflow.example`,
): Promise<SignedIn> {
  return signIn(test, "admin", email);
}

/** One counted click worth that many euros, booked on that day (today by the test's clock), by a visitor of its own. */
export async function earn(
  { app }: TestApp,
  partnerId: string,
  euros: string,
  day = dayOf(app.now()),
): Promise<void> {
  const rate = { ...app, terms: { ...app.terms, epc: parseRate(euros) } };
  const click = {
    kind: "click" as const,
    partnerId,
    visitor: randomUUID(),
    occurredAt: new Date(`${day}T00:00:00Z`),
  };
  const [recorded] = await recordEvents(rate, [click], { bookOn: "occurrence" });
  if (recorded?.verdict !== "counted") throw new Error(`the click was ${recorded?.verdict}, not counted`);
}

async function signIn({ app, server }: TestApp, role: "partner" | "admin", email: string): Promise<SignedIn> {
  const { id, session } = await inTransaction(app.database, async (em) => {
    const account = await findOrCreateAccount(em, { email, locale: "en", role });
    return { id: account.person.id, session: await startSession(app, em, account, null) };
  });
  const client = new TestClient(server);
  client.cookie = `session=${session.token}`;
  return { id, email, client };
}
