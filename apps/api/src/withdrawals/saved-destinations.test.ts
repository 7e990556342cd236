import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { earn, type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { approve, BANK, done, IBAN, pay, request } from "./withdrawal.test-kit.ts";

let test: TestApp;
let admin: SignedIn;
beforeAll(async () => {
  test = await createTestApp();
  admin = await signedInAdmin(test);
});
afterAll(() => test.close());

interface Saved {
  readonly id: string;
  readonly method: string;
  readonly destination: string;
  readonly lastUsedAt: string;
}

async function savedOf({ client }: SignedIn): Promise<Saved[]> {
  const { data, errors } = await client.graphql<{ savedDestinations: Saved[] }>(
    "{ savedDestinations { id method destination lastUsedAt } }",
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.savedDestinations;
}

async function partnerWith(euros: string) {
  test.setNow("2030-01-01T12:00:00Z");
  const partner = await signedInPartner(test);
  await earn(test, partner.id, euros);
  return partner;
}

let minute = 0;
/** Each a minute after the one before it: what is newest must not hang on the speed of the machine. */
async function requestNext(partner: SignedIn, to: Record<string, unknown>) {
  minute += 1;
  test.setNow(new Date(Date.UTC(2030, 0, 1, 12, minute)));
  return done(await request(partner, "10.00", to));
}

const paypal = (email: string) => ({ method: "PAYPAL", destination: { email } });
const saved = (savedId: string, method = "PAYPAL") => ({ method, destination: { savedId } });

/** What an admin would pay to. */
async function fullDestination(id: string) {
  const { data } = await admin.client.graphql<{
    admin: { withdrawals: { edges: { node: { id: string; fullDestination: object } }[] } };
  }>("{ admin { withdrawals(first: 100) { edges { node { id fullDestination { email iban holder } } } } } }");
  return data?.admin.withdrawals.edges.find(({ node }) => node.id === id)?.node.fullDestination;
}

it("remembers where one asked to be paid: newest first, each once, masked", async () => {
  const partner = await partnerWith("100.00");
  minute = 0;
  expect(await savedOf(partner)).toEqual([]);
  const asked = [paypal("mia@example.org"), BANK, paypal("max@example.org"), paypal("MIA@example.org")];
  const ids: string[] = [];
  for (const to of asked) ids.push((await requestNext(partner, to)).id);
  // The same mask stands for two addresses: they are told apart by what is sealed.
  expect(await savedOf(partner)).toEqual([
    { id: ids[3], method: "PAYPAL", destination: "m•••@example.org", lastUsedAt: "2030-01-01T12:04:00.000Z" },
    { id: ids[2], method: "PAYPAL", destination: "m•••@example.org", lastUsedAt: "2030-01-01T12:03:00.000Z" },
    { id: ids[1], method: "BANK", destination: "FR76 •••• 0189", lastUsedAt: "2030-01-01T12:02:00.000Z" },
  ]);
  expect(await savedOf(await signedInPartner(test))).toEqual([]);
});

it("offers five at most, out of the last fifty withdrawals", async () => {
  const partner = await partnerWith("600.00");
  await requestNext(partner, paypal("forgotten@example.org"));
  for (let n = 0; n < 50; n += 1) await requestNext(partner, paypal(`p${n % 4}@example.org`));
  expect(await savedOf(partner)).toHaveLength(4);
  for (let n = 0; n < 3; n += 1) await requestNext(partner, paypal(`q${n}@example.org`));
  expect((await savedOf(partner)).map(({ destination }) => destination[0])).toEqual([
    "q",
    "q",
    "q",
    "p",
    "p",
  ]);
});

it("pays to a copy of what was saved, through several generations", async () => {
  const partner = await partnerWith("100.00");
  const first = done(
    await pay(admin, done(await approve(admin, done(await request(partner, "10.00", BANK))))),
  );
  const second = done(await request(partner, "10.00", saved(first.id, "BANK")));
  expect(second).toMatchObject({ method: "BANK", destination: first.destination });
  const third = done(await request(partner, "10.00", saved(second.id.toUpperCase(), "BANK")));
  expect(await fullDestination(third.id)).toEqual({ email: null, iban: IBAN, holder: "Zoé Martin" });
});

it("is the same request whether typed or chosen, and another one with another destination", async () => {
  const partner = await partnerWith("100.00");
  const typed = paypal("me@example.org");
  const first = done(await request(partner, "10.00", typed));
  const other = done(await request(partner, "10.00", paypal("other@example.org")));
  const idempotencyKey = randomUUID();
  const chosen = done(await request(partner, "10.00", { ...saved(first.id), idempotencyKey }));
  for (const to of [saved(first.id), saved(chosen.id), typed]) {
    expect(done(await request(partner, "10.00", { ...to, idempotencyKey })).id).toBe(chosen.id);
  }
  expect((await request(partner, "10.00", { ...saved(other.id), idempotencyKey })).code).toBe(
    "IDEMPOTENCY_CONFLICT",
  );
});

it("is refused when it is somebody else's, just as when there is none", async () => {
  const partner = await partnerWith("100.00");
  const other = await partnerWith("100.00");
  const theirs = done(await request(other, "10.00"));
  const refusals = [];
  for (const id of [theirs.id, randomUUID(), "no id", ""]) {
    const { code, raw } = await request(partner, "10.00", saved(id));
    expect(code).toBe("NOT_FOUND");
    refusals.push(raw);
  }
  expect(new Set(refusals.map((raw) => JSON.stringify(raw))).size).toBe(1);
});

it("is refused beside other fields, of another method, and once it was forgotten", async () => {
  const partner = await partnerWith("100.00");
  const { id } = done(await request(partner, "10.00"));
  const both = { method: "PAYPAL", destination: { savedId: id, email: "me@example.org" } };
  expect(await request(partner, "10.00", both)).toMatchObject({
    code: "INVALID_DESTINATION",
    details: { field: "email" },
  });
  expect(await request(partner, "10.00", saved(id, "BANK"))).toMatchObject({
    code: "INVALID_DESTINATION",
    details: { field: "savedId" },
  });
  const mine = "select id, version from withdraw_requests where id = $1";
  const [open] = await test.database.sql<{ id: string; version: number }>(mine, [id]);
  if (!open) throw new Error("the withdrawal is gone");
  done(await pay(admin, done(await approve(admin, open))));
  await test.database.sql("update withdraw_requests set destination_sealed = null where id = $1", [id]);
  expect(await savedOf(partner)).toEqual([]);
  expect((await request(partner, "10.00", saved(id))).code).toBe("INVALID_DESTINATION");
});

it("is forgotten with the secret that it was sealed with", async () => {
  const partner = await partnerWith("100.00");
  const { id } = await requestNext(partner, paypal("me@example.org"));
  await test.database.sql("set session_replication_role = replica");
  await test.database.sql("update withdraw_requests set destination_sealed = '\\x01' where id = $1", [id]);
  await test.database.sql("set session_replication_role = origin");
  const readable = await requestNext(partner, paypal("you@example.org"));
  expect((await savedOf(partner)).map((saved) => saved.id)).toEqual([readable.id]);
  expect((await request(partner, "10.00", saved(id))).code).toBe("INVALID_DESTINATION");
});
