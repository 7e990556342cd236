import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { readBalance } from "../ledger/read-balance.ts";
import { earn, type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { findViewer } from "./find-viewer.ts";

const PARTNERS = 10;

let test: TestApp;
const people: SignedIn[] = [];
beforeAll(async () => {
  test = await createTestApp({
    APP_SECRET: "ffffffffffffffffffffffffffffffff",
    APP_SECRET_PREVIOUS: "0123456789abcdef0123456789abcdef",
  });
  for (let n = 1; n <= PARTNERS; n += 1) {
    const partner = await signedInPartner(test);
    await earn(test, partner.id, `${n}.00`);
    people.push(partner);
  }
  people.push(await signedInAdmin(test));
});
afterAll(() => test.close());

it("tells everybody who asks at the same moment who they are, and strangers nothing", async () => {
  const ended = await signedInPartner(test);
  await test.database.sql("update sessions set revoked_at = now() where partner_id = $1", [ended.id]);
  const cookies = [
    undefined,
    "session=of-nobody",
    ...people.map(({ client }) => client.cookie),
    ended.client.cookie,
  ];
  const statements = vi.spyOn(test.app.database.pool, "query");
  // Twice each, in both directions: nobody's answer depends on where they stand.
  const asked = [...cookies, ...cookies.toReversed()];
  const found = await Promise.all(asked.map((cookie) => findViewer(test.app, cookie)));
  expect(statements).toHaveBeenCalledTimes(1);
  statements.mockRestore();

  const ids = [undefined, undefined, ...people.map(({ id }) => id), undefined];
  expect(found.map((viewer) => viewer?.id)).toEqual([...ids, ...ids.toReversed()]);
  expect(found.filter((viewer) => viewer?.role === "admin")).toHaveLength(2);
});

it("shows everybody who asks at the same moment their own money", async () => {
  const partners = people.slice(0, PARTNERS);
  const ids = partners.map(({ id }) => id);
  const balances = await Promise.all(ids.map((id) => readBalance(test.app, id)));
  expect(balances.map(({ earned }) => earned)).toEqual(ids.map((_, index) => BigInt(index + 1) * 1_000_000n));

  const answers = await Promise.all(
    partners.map(({ client }) => client.graphql<{ balance: { earned: string } }>("{ balance { earned } }")),
  );
  expect(answers.map(({ data }) => data?.balance.earned)).toEqual(ids.map((_, index) => `${index + 1}.00`));
});

it("has who asks alone looked up by the plan for all, for making one takes longer than looking", async () => {
  const { pool } = test.app.database;
  await people[0]?.client.graphql("{ balance { earned } }");
  const { rows: prepared } = await pool.query<{ name: string; statement: string }>(
    "select name, statement from pg_prepared_statements where name in ('find-viewers', 'read-balances-90') order by name",
  );
  const planned = prepared.map(async ({ name, statement }) => {
    const { rows } = await pool.query(`explain (generic_plan, format json) ${statement}`);
    return [name, rows[0]["QUERY PLAN"][0].Plan["Plan Rows"]];
  });
  // No more than one is expected to ask: a plan for just these would never seem cheaper.
  expect(await Promise.all(planned)).toEqual([
    ["find-viewers", 1],
    ["read-balances-90", 1],
  ]);
});
