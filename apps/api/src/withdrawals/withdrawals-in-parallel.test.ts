import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { earn, type SignedIn, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { balanceOf, differencesIn, type Outcome, request } from "./withdrawal.test-kit.ts";

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({ DATABASE_POOL: "40" });
});
afterAll(() => test.close());

/** As a client does: told to try again, it sends the same request with the same key. */
async function ask(partner: SignedIn, amount: string): Promise<Outcome> {
  const idempotencyKey = randomUUID();
  for (;;) {
    const outcome = await request(partner, amount, { idempotencyKey });
    if (outcome.code !== "SERVICE_UNAVAILABLE") return outcome;
  }
}

describe("AC-12 parallel requests for the whole balance", () => {
  it("are granted once: the other 19 are told what is left", async () => {
    const partner = await signedInPartner(test);
    await earn(test, partner.id, "50.00");
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => ask(partner, "50.00")));
    expect(outcomes.filter(({ withdrawal }) => withdrawal)).toHaveLength(1);
    for (const outcome of outcomes.filter(({ withdrawal }) => !withdrawal)) {
      expect(outcome).toMatchObject({
        code: "INSUFFICIENT_BALANCE",
        details: { available: "0.00", asked: "50.00" },
      });
    }
    expect(await balanceOf(partner)).toMatchObject({ available: "0.00", pending: "50.00" });
  });

  it("of 50 partners, 10 each, are granted 50 times", async () => {
    const partners = await Promise.all(Array.from({ length: 50 }, () => signedInPartner(test)));
    for (const { id } of partners) await earn(test, id, "10.00");
    const granted = await Promise.all(
      partners.map(async (partner) => {
        const outcomes = await Promise.all(Array.from({ length: 10 }, () => ask(partner, "10.00")));
        return outcomes.filter(({ withdrawal }) => withdrawal).length;
      }),
    );
    expect(granted).toEqual(partners.map(() => 1));
    expect(await differencesIn(test)).toEqual([]);
  }, 60_000);
});
