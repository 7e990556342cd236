import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { earn, type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { changesNothing } from "../testing/unchanged.ts";
import {
  approve,
  BANK,
  balanceOf,
  differencesIn,
  done,
  IBAN,
  pay,
  reject,
  request,
} from "./withdrawal.test-kit.ts";

let test: TestApp;
let admin: SignedIn;
beforeAll(async () => {
  test = await createTestApp();
  admin = await signedInAdmin(test);
});
afterAll(() => test.close());

async function requested(content: Record<string, unknown> = {}) {
  const partner = await signedInPartner(test);
  await earn(test, partner.id, "50.00");
  return { partner, withdrawal: done(await request(partner, "20.00", content)) };
}

describe("a decision", () => {
  it("AC-16 is refused from a tab that has not seen the newest version, and changes nothing", async () => {
    const { partner, withdrawal } = await requested();
    const approved = done(await approve(admin, withdrawal));
    for (const [version, decide] of [1, 0, 3, -1, 2_147_483_647].flatMap((seen) =>
      [approve, reject, pay].map((act) => [seen, act] as const),
    )) {
      expect(await changesNothing(test, () => decide(admin, { id: withdrawal.id, version }))).toMatchObject({
        code: "CONFLICT",
        details: { expected: version, actual: 2 },
      });
    }
    expect(done(await pay(admin, approved)).version).toBe(3);
    expect(await balanceOf(partner)).toMatchObject({ available: "30.00", pending: "0.00", paid: "20.00" });
  });

  it("follows the table: what is requested cannot be paid, what is approved not approved again", async () => {
    const { withdrawal } = await requested();
    expect(await pay(admin, withdrawal)).toMatchObject({
      code: "INVALID_TRANSITION",
      details: { from: "requested", to: "paid" },
    });
    const approved = done(await approve(admin, withdrawal));
    expect((await approve(admin, approved)).code).toBe("INVALID_TRANSITION");
    const rejected = done(await reject(admin, approved));
    for (const decide of [approve, reject, pay]) {
      expect((await decide(admin, rejected)).code).toBe("INVALID_TRANSITION");
    }
  });

  it.each(["", "   ", "x".repeat(501), "a\u0000b"])(
    "to reject needs a reason of 1 to 500 characters: not %j",
    async (reason) => {
      const { partner, withdrawal } = await requested();
      expect(await reject(admin, withdrawal, reason)).toMatchObject({
        code: "BAD_USER_INPUT",
        details: { field: "reason" },
      });
      expect(await balanceOf(partner)).toMatchObject({ pending: "20.00" });
    },
  );

  it.each(["", " ", "x".repeat(201)])(
    "to pay needs a reference of 1 to 200 characters: not %j",
    async (reference) => {
      const { withdrawal } = await requested();
      const approved = done(await approve(admin, withdrawal));
      expect(await pay(admin, approved, reference)).toMatchObject({
        code: "BAD_USER_INPUT",
        details: { field: "reference" },
      });
    },
  );

  it("is an admin's: partners are told so, also about their own", async () => {
    const { partner, withdrawal } = await requested();
    for (const decide of [approve, reject, pay]) {
      expect((await decide(partner, withdrawal)).code).toBe("FORBIDDEN");
    }
  });

  it("about a withdrawal that does not exist sounds the same whatever the id looks like", async () => {
    const answers = await Promise.all(
      [randomUUID(), "1", "", "x".repeat(300)].map((id) => approve(admin, { id, version: 1 })),
    );
    expect(new Set(answers.map(({ raw }) => JSON.stringify(raw))).size).toBe(1);
    expect(answers[0]).toMatchObject({ code: "NOT_FOUND" });
  });

  it("AC-13 has one winner of approving, rejecting and paying at once, 40 times over", async () => {
    for (let round = 0; round < 40; round += 1) {
      const { withdrawal } = await requested();
      const seen = round % 2 === 0 ? withdrawal : done(await approve(admin, withdrawal));
      const outcomes = await Promise.all([approve(admin, seen), reject(admin, seen), pay(admin, seen)]);
      expect(outcomes.filter((outcome) => outcome.withdrawal)).toHaveLength(1);
      for (const { code } of outcomes.filter((outcome) => !outcome.withdrawal)) {
        expect(["CONFLICT", "INVALID_TRANSITION"]).toContain(code);
      }
    }
    expect(await differencesIn(test)).toEqual([]);
  }, 60_000);
});

describe("what only admins see", () => {
  const QUERY = `mutation ($id: ID!) { withdrawal: approveWithdrawal(id: $id, version: 1) {
    fullDestination { email iban holder } partner { email } } }`;

  it("is the destination in full, until it is paid or rejected", async () => {
    const { partner, withdrawal } = await requested(BANK);
    const { data } = await admin.client.graphql(QUERY, { id: withdrawal.id });
    expect(data).toEqual({
      withdrawal: {
        fullDestination: { email: null, iban: IBAN, holder: "Zoé Martin" },
        partner: { email: partner.email },
      },
    });
    const paid = await admin.client.graphql(
      `mutation ($id: ID!) { withdrawal: markWithdrawalPaid(id: $id, version: 2, reference: "R") {
        status fullDestination { iban } } }`,
      { id: withdrawal.id },
    );
    expect(paid.data).toEqual({ withdrawal: { status: "PAID", fullDestination: null } });
  });

  it.each(["fullDestination { iban }", "partner { email }"])("partners are refused: %s", async (field) => {
    const { partner } = await requested();
    const answer = await partner.client.graphql(`{ withdrawals { edges { node { id ${field} } } } }`);
    expect(answer.code).toBe("FORBIDDEN");
  });
});
