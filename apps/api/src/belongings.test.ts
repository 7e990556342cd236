import { randomUUID } from "node:crypto";
import { getNamedType, isInputObjectType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLink } from "./links/create-link.ts";
import { schema } from "./schema.ts";
import { earn, type SignedIn, signedInPartner } from "./testing/people.ts";
import { createTestApp, TEST_ORIGIN, type TestApp } from "./testing/test-app.ts";
import { changesNothing } from "./testing/unchanged.ts";
import { done, request } from "./withdrawals/withdrawal.test-kit.ts";

/** Whatever names something by an id, as partner A asks for it. What only admins may do is refused whatever the id. */
const ASKED: Record<string, readonly [code: string, what: What, query: (id: string) => string]> = {
  "Query.link(code)": ["NOT_FOUND", "link", (id) => `{ link(code: ${id}) { id clicks earned } }`],
  "Mutation.endSession(id)": ["NOT_FOUND", "session", (id) => `mutation { endSession(id: ${id}) }`],
  "DestinationInput.savedId": [
    "NOT_FOUND",
    "withdrawal",
    (
      id,
    ) => `mutation { requestWithdrawal(input: { amount: "10.00", method: PAYPAL, destination: { savedId: ${id} },
      idempotencyKey: "k" }) { id } }`,
  ],
  "Mutation.approveWithdrawal(id)": [
    "FORBIDDEN",
    "withdrawal",
    (id) => `mutation { approveWithdrawal(id: ${id}, version: 1) { id } }`,
  ],
  "Mutation.rejectWithdrawal(id)": [
    "FORBIDDEN",
    "withdrawal",
    (id) => `mutation { rejectWithdrawal(id: ${id}, version: 1, reason: "x") { id } }`,
  ],
  "Mutation.markWithdrawalPaid(id)": [
    "FORBIDDEN",
    "withdrawal",
    (id) => `mutation { markWithdrawalPaid(id: ${id}, version: 1, reference: "x") { id } }`,
  ],
  "Mutation.suspendPartner(id)": [
    "FORBIDDEN",
    "partner",
    (id) => `mutation { suspendPartner(id: ${id}, reason: "x") { id } }`,
  ],
  "Mutation.reactivatePartner(id)": [
    "FORBIDDEN",
    "partner",
    (id) => `mutation { reactivatePartner(id: ${id}, reason: "x") { id } }`,
  ],
  "Mutation.invalidateClicks(eventIds)": [
    "FORBIDDEN",
    "event",
    (id) => `mutation { invalidateClicks(eventIds: [${id}], reason: "x") { id } }`,
  ],
  "CorrectBalanceInput.partnerId": [
    "FORBIDDEN",
    "partner",
    (id) => `mutation { correctBalance(input: { partnerId: ${id}, kind: BONUS, amount: "1.00", reason: "x",
      idempotencyKey: "k" }) { id } }`,
  ],
  "Admin.withdrawal(id)": ["FORBIDDEN", "withdrawal", (id) => `{ admin { withdrawal(id: ${id}) { id } } }`],
  "Admin.events(partnerId)": [
    "FORBIDDEN",
    "partner",
    (id) => `{ admin { events(partnerId: ${id}) { edges { cursor } } } }`,
  ],
  "Admin.partner(id)": ["FORBIDDEN", "partner", (id) => `{ admin { partner(id: ${id}) { id } } }`],
};
type What = "link" | "session" | "withdrawal" | "partner" | "event";

let test: TestApp;
let asker: SignedIn;
/** What belongs to somebody else. */
let theirs: Record<What, string>;
beforeAll(async () => {
  test = await createTestApp();
  asker = await signedInPartner(test);
  await earn(test, asker.id, "50.00");
  const owner = await signedInPartner(test);
  await earn(test, owner.id, "50.00");
  const firstId = async (query: string) =>
    String((await test.database.sql<{ id: string }>(query, [owner.id]))[0]?.id);
  theirs = {
    link: (await createLink(test.app, owner.id, { destination: "https://example.org/" })).code,
    session: await firstId("select id from sessions where partner_id = $1"),
    withdrawal: done(await request(owner, "10.00")).id,
    partner: owner.id,
    event: await firstId("select id from metric_events where partner_id = $1"),
  };
});
afterAll(() => test.close());

/** The answer as bytes; only the id of the request and the time may tell two of them apart. */
async function answerTo(query: string): Promise<string> {
  const { statusCode, headers, rawPayload } = await test.server.http.inject({
    method: "POST",
    url: "/graphql",
    headers: { origin: TEST_ORIGIN, cookie: asker.client.cookie ?? "" },
    payload: { query },
  });
  const { "x-request-id": _id, date: _date, ...told } = headers;
  return JSON.stringify([statusCode, told, rawPayload.toString("latin1")]);
}

it("AC-34 knows every argument that names something by its id", () => {
  const places: string[] = ["Query.link(code)"];
  for (const type of Object.values(schema.getTypeMap())) {
    const isOurs = !type.name.startsWith("__");
    if (isObjectType(type) && isOurs) {
      for (const field of Object.values(type.getFields())) {
        const ids = field.args.filter((arg) => getNamedType(arg.type).name === "ID");
        places.push(...ids.map((arg) => `${type.name}.${field.name}(${arg.name})`));
      }
    } else if (isInputObjectType(type)) {
      const ids = Object.values(type.getFields()).filter((field) => getNamedType(field.type).name === "ID");
      places.push(...ids.map((field) => `${type.name}.${field.name}`));
    }
  }
  expect(Object.keys(ASKED).sort()).toEqual(places.sort());
});

describe.each(Object.entries(ASKED))("AC-34 %s", (_, [code, what, query]) => {
  it("answers about somebody else's to the byte as about one that there is none of, and changes nothing", async () => {
    await changesNothing(test, async () => {
      const about = (id: string) => answerTo(query(JSON.stringify(id)));
      const real = await about(theirs[what]);
      expect(real).toContain(`\\"code\\":\\"${code}\\"`);
      for (const madeUp of [
        randomUUID(),
        theirs[what].replace(/.$/, "_"),
        "999999999",
        "no id",
        "x".repeat(300),
      ]) {
        expect(await about(madeUp)).toBe(real);
      }
    });
  });
});
