import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";

interface Place {
  rank: number | null;
  clicks: number;
  partners: number;
  listed: boolean;
}
interface Entry {
  rank: number;
  clicks: number;
  isMe: boolean;
}

const PERIODS = ["LAST_7_DAYS", "LAST_30_DAYS", "LAST_90_DAYS", "ALL_TIME"];

let test: TestApp;
let me: SignedIn;
beforeAll(async () => {
  test = await createTestApp();
  test.setNow("2026-06-30T12:00:00Z");
  me = await signedInPartner(test, "me@example.org");
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.database.sql("truncate partner_days, partner_clicks, program_days, board_counts");
  await test.database.sql("update partners set on_leaderboard = true");
});

async function place(period: string, person = me): Promise<Place> {
  const { data, errors } = await person.client.graphql<{ leaderboardPlace: Place }>(
    "query ($period: LeaderboardPeriod!) { leaderboardPlace(period: $period) { rank clicks partners listed } }",
    { period },
  );
  expect(errors).toEqual([]);
  if (!data) throw new Error("no data");
  return data.leaderboardPlace;
}

async function board(period: string, person = me): Promise<Entry[]> {
  const { data, errors } = await person.client.graphql<{ leaderboard: Entry[] }>(
    "query ($period: LeaderboardPeriod!) { leaderboard(period: $period) { rank clicks isMe } }",
    { period },
  );
  expect(errors).toEqual([]);
  return data?.leaderboard ?? [];
}

async function setListing(listed: boolean, person = me) {
  return person.client.graphql<{ setLeaderboardListing: { id: string; onLeaderboard: boolean } }>(
    "mutation ($listed: Boolean!) { setLeaderboardListing(listed: $listed) { id onLeaderboard } }",
    { listed },
  );
}

async function clicks(partnerId: string, events: number, day = "2026-06-30", verdict = "counted") {
  await test.database.sql(
    "insert into partner_days (day, partner_id, kind, verdict, events, earned) values ($1, $2, 'click', $3, $4, 0)",
    [day, partnerId, verdict, events],
  );
}

/** Somebody else with clicks of today. */
async function other(events: number, status = "active"): Promise<string> {
  const [row] = await test.database.sql<{ id: string }>(
    "insert into partners (email, status) values (gen_random_uuid() || '@example.org', $1) returning id",
    [status],
  );
  await clicks(row?.id ?? "", events);
  return row?.id ?? "";
}

it("finds one's place below what the board shows, by the same rule", async () => {
  for (let n = 1; n <= 25; n += 1) await other(100 + n);
  await other(50);
  await clicks(me.id, 50);
  await other(49);
  for (const period of PERIODS) {
    expect(await place(period)).toEqual({ rank: 26, clicks: 50, partners: 28, listed: true });
    expect((await board(period)).some(({ isMe }) => isMe)).toBe(false);
  }
});

it("tells those apart who have nearly as many clicks, however many these are", async () => {
  for (const events of [127, 128, 128, 129, 1_000, 1_001, 1_001, 1_002, 1_003]) await other(events);
  const ranks: (number | null)[] = [];
  await clicks(me.id, 0);
  for (const more of [128, 1, 872, 1, 1]) {
    await test.database.sql("update partner_days set events = events + $2 where partner_id = $1", [
      me.id,
      more,
    ]);
    ranks.push((await place("ALL_TIME")).rank);
    for (const period of PERIODS) expect((await place(period)).rank).toBe(ranks.at(-1));
  }
  // 128, 129, 1,001, 1,002 and 1,003 clicks.
  expect(ranks).toEqual([7, 6, 3, 2, 1]);
});

it("says what the board says of those whom it shows, ties included", async () => {
  const people = [me, await signedInPartner(test), await signedInPartner(test), await signedInPartner(test)];
  for (const [index, { id }] of people.entries()) await clicks(id, [7, 9, 7, 3][index] ?? 0);
  for (const person of people) {
    const mine = (await board("LAST_7_DAYS", person)).find(({ isMe }) => isMe);
    expect(await place("LAST_7_DAYS", person)).toMatchObject({ rank: mine?.rank, clicks: mine?.clicks });
  }
  expect((await place("LAST_7_DAYS")).rank).toBe(2);
  expect((await place("LAST_7_DAYS", people[3])).rank).toBe(4);
});

it("counts the days of each period", async () => {
  await clicks(me.id, 1, "2026-06-30");
  await clicks(me.id, 10, "2026-06-23");
  await clicks(me.id, 100, "2026-05-31");
  await clicks(me.id, 1_000, "2026-04-01");
  const counted = await Promise.all(PERIODS.map(async (period) => (await place(period)).clicks));
  expect(counted).toEqual([1, 11, 111, 1_111]);
  const { data } = await me.client.graphql("{ leaderboardPlace { clicks } }");
  expect(data).toEqual({ leaderboardPlace: { clicks: 11 } });
});

it("is none without a counted click, and leaves out who is not on the board", async () => {
  await clicks(me.id, 5, "2026-06-30", "bot");
  await other(9, "suspended");
  const erased = await other(8);
  await test.database.sql(
    `update partners set status = 'suspended', email = 'erased-' || id || '@invalid', erased_at = now() where id = $1`,
    [erased],
  );
  await other(3);
  expect(await place("ALL_TIME")).toEqual({ rank: null, clicks: 0, partners: 1, listed: true });
  await clicks(me.id, 2);
  expect(await place("ALL_TIME")).toEqual({ rank: 2, clicks: 2, partners: 2, listed: true });
});

it("is gone from all periods the moment its partner does not want it, and back the same way", async () => {
  const neighbour = await signedInPartner(test);
  await clicks(me.id, 9);
  await clicks(neighbour.id, 5);
  const { data } = await setListing(false);
  expect(data?.setLeaderboardListing).toEqual({ id: me.id, onLeaderboard: false });
  for (const period of PERIODS) {
    expect(await place(period)).toEqual({ rank: null, clicks: 9, partners: 1, listed: false });
    expect(await board(period)).toEqual([{ rank: 1, clicks: 5, isMe: false }]);
    expect(await place(period, neighbour)).toEqual({ rank: 1, clicks: 5, partners: 1, listed: true });
  }
  await setListing(true);
  expect(await place("ALL_TIME")).toEqual({ rank: 1, clicks: 9, partners: 2, listed: true });
  expect(await board("ALL_TIME", neighbour)).toHaveLength(2);
});

it("shows one's choice to oneself, and none to admins", async () => {
  const choice = async (person: SignedIn) =>
    (await person.client.graphql("{ me { onLeaderboard } }")).data?.["me"];
  expect(await choice(me)).toEqual({ onLeaderboard: true });
  await setListing(false);
  expect(await choice(me)).toEqual({ onLeaderboard: false });
  expect(await choice(await signedInAdmin(test))).toEqual({ onLeaderboard: null });
});
