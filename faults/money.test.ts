import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { type Answer, ask } from "./harness/ask.ts";
import { expectSoundBooks, tell } from "./harness/books.ts";
import type { GraphqlAnswer } from "./harness/graphql.ts";
import { startLoad } from "./harness/load.ts";
import { addPeople, type Partner, type People, type Person } from "./harness/people.ts";
import { openWorld, type World } from "./harness/world.ts";

const MIXED_FOR_MS = 30_000;
const AT_ONCE = 48;

let world: World;
afterEach(() => world.close());

/** So many clicks of ten euros each. */
async function earn({ apiKey }: People, { id }: Partner, clicks: number): Promise<void> {
  const events = Array.from({ length: clicks }, () => {
    const key = randomUUID();
    return { id: key, kind: "click", sessionId: `${id}:${key}`, occurredAt: new Date().toISOString() };
  });
  const { status } = await ask(world.port, "/v1/events", {
    method: "POST",
    headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
    body: JSON.stringify({ events }),
  });
  expect(status).toBe(200);
}

/** Asks again for as long as the answer is "come again", with the same key or version, as clients do. */
async function answered(
  person: Person,
  operation: string,
  variables: Record<string, unknown>,
): Promise<GraphqlAnswer> {
  for (;;) {
    const answer = await person.ask(operation, variables);
    if (answer.status !== 503) return answer;
    await pause(100);
  }
}

function requested(partner: Person): Promise<GraphqlAnswer> {
  const input = { amount: "10.00", method: "PAYPAL", destination: { email: "payee@example.org" } };
  return answered(partner, "RequestWithdrawal", { input: { ...input, idempotencyKey: randomUUID() } });
}

/** Runs the work of all, a few at a time, in order. */
async function inParallel<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const rest = all.entries();
  const runner = async () => {
    for (const [index, one] of rest) results[index] = await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runner));
  return results;
}

async function expectBalanced(): Promise<void> {
  const { code, output } = await world.verify();
  expect(code, output).toBe(0);
}

describe("much at once", () => {
  it("AC-12 4,000 requests for the whole balance of 50 partners: 50 are granted", async () => {
    world = await openWorld();
    const people = await addPeople(world, 50);
    await Promise.all(people.partners.map((partner) => earn(people, partner, 1)));
    const everybody = Array.from({ length: 80 }, () => people.partners).flat();
    expect(everybody).toHaveLength(4_000);
    const startedAt = performance.now();
    const answers = await inParallel(everybody, requested);
    tell(`4,000 requests in ${Math.round(performance.now() - startedAt)} ms`);
    const granted = everybody.filter((_, index) => answers[index]?.data).map(({ id }) => id);
    expect(new Set(granted).size).toBe(50);
    expect(granted).toHaveLength(50);
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set([undefined, "INSUFFICIENT_BALANCE"]));
    await expectBalanced();
  });

  it("AC-13 approved, rejected and paid at once, 200 times: one of them each time", async () => {
    world = await openWorld();
    const people = await addPeople(world, 10);
    await Promise.all(people.partners.map((partner) => earn(people, partner, 20)));
    const { admin } = people;
    const everybody = Array.from({ length: 20 }, () => people.partners).flat();
    const ids = (await inParallel(everybody, requested)).map(({ data }) => String(data?.["id"]));
    expect(new Set(ids).size).toBe(200);
    const winners = new Map<string, number>();
    // Every other one is approved before: of a new one, nothing can be paid.
    for (const [index, id] of ids.entries()) {
      const version = index % 2 === 0 ? 1 : 2;
      if (version === 2) await answered(admin, "ApproveWithdrawal", { id, version: 1 });
      const decisions = {
        approve: answered(admin, "ApproveWithdrawal", { id, version }),
        reject: answered(admin, "RejectWithdrawal", { id, version, reason: "no such account" }),
        pay: answered(admin, "MarkWithdrawalPaid", { id, version, reference: `PAY-${id}` }),
      };
      const won: string[] = [];
      for (const [name, answer] of Object.entries(decisions)) {
        const { data, code } = await answer;
        if (data) won.push(name);
        else expect(["CONFLICT", "INVALID_TRANSITION"]).toContain(code);
      }
      expect(won).toHaveLength(1);
      winners.set(won[0] ?? "", (winners.get(won[0] ?? "") ?? 0) + 1);
    }
    tell(`winners: ${JSON.stringify(Object.fromEntries(winners))}`);
    expect([...winners.keys()].sort(), "each of them wins now and then").toEqual([
      "approve",
      "pay",
      "reject",
    ]);
    await expectBalanced();
  });

  it("AC-14 clicks, withdrawals and clawbacks for 30 s: the books balance, and there was no deadlock", async () => {
    world = await openWorld();
    const people = await addPeople(world);
    const load = startLoad(world, people, { clicks: 8, events: 2, withdrawals: 5 });
    const until = performance.now() + MIXED_FOR_MS;
    let takenBack = 0;
    while (performance.now() < until) {
      const events = await world.sql<{ id: string }>(
        "select id from metric_events where verdict = 'counted' order by random() limit 3",
      );
      const answer = await answered(people.admin, "InvalidateClicks", {
        eventIds: events.map(({ id }) => id),
        reason: "not a person",
      });
      if (answer.data) takenBack += events.length;
    }
    await load.stop();
    await expectSoundBooks(world, load.log, `30 s of everything, ${takenBack} clicks taken back`);
    expect(takenBack).toBeGreaterThan(20);
    expect(load.log.count("decision", "done")).toBeGreaterThan(20);
    const [{ deadlocks } = {}] = await world.sql<{ deadlocks: string }>(
      "select deadlocks from pg_stat_database where datname = current_database()",
    );
    expect(deadlocks).toBe("0");
    const log = await readFile(path.join(world.databaseFolder, "postgres.log"), "utf8");
    expect(log).not.toContain("deadlock");
  });
});

describe("AC-17 the pool is exhausted by slow queries", () => {
  const REST_WITHIN_MS = 1_000;

  /** Whoever touches the table waits, until their own patience ends. */
  async function whileLocked(table: string, work: () => Promise<void>): Promise<void> {
    const holder = await world.connect();
    try {
      await holder.query("begin");
      await holder.query(`lock table ${table} in access exclusive mode`);
      await work();
    } finally {
      await holder.end();
    }
  }

  /** All but those that hold a connection are told within a second. */
  function expectTold(answers: readonly Answer[], connections: number): void {
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 503));
    const late = answers.filter(({ tookMs }) => tookMs > REST_WITHIN_MS);
    expect(late.length).toBeLessThanOrEqual(connections);
    expect(late.length, "some did wait for the slow query").toBeGreaterThan(0);
  }

  async function expectAlive(): Promise<void> {
    const { status, tookMs } = await ask(world.port, "/livez");
    expect(status).toBe(200);
    expect(tookMs).toBeLessThan(REST_WITHIN_MS);
  }

  it("by requests: the rest is 503 within a second, clicks go on, /livez answers", async () => {
    world = await openWorld({ env: { DATABASE_POOL: "20" } });
    const { partners } = await addPeople(world, 101);
    const [{ code = "", id = "" } = {}, ...asking] = partners;
    await whileLocked("withdraw_requests", async () => {
      const answers = asking.map((partner) => {
        const input = { amount: "10.00", method: "PAYPAL", destination: { email: "payee@example.org" } };
        return partner.ask("RequestWithdrawal", { input: { ...input, idempotencyKey: randomUUID() } });
      });
      await expectAlive();
      const click = await ask(world.port, `/r/${code}`, {
        headers: { "user-agent": "Mozilla/5.0 Firefox/140.0" },
      });
      expect(click.headers.location).toBe(`https://example.org/${id}`);
      expect(click.tookMs).toBeLessThan(REST_WITHIN_MS);
      expectTold(await Promise.all(answers), 10);
    });
    await world.ready();
    await expectBalanced();
  });

  it("by redirects of unknown links: the rest is 503 within a second, known ones go on, /livez answers", async () => {
    world = await openWorld({ env: { DATABASE_POOL: "20" } });
    const people = await addPeople(world, 2);
    const known = people.partners.map(({ code }) => code);
    // What was made after the start is known once it was asked for.
    for (const code of known) expect((await ask(world.port, `/r/${code}`)).status).toBe(302);
    await whileLocked("links", async () => {
      const answers = Array.from({ length: 50 }, (_, n) => ask(world.port, `/r/unknown-${n}`));
      await expectAlive();
      const clicks = await Promise.all(known.map((code) => ask(world.port, `/r/${code}`)));
      expect(clicks.map(({ status }) => status)).toEqual([302, 302]);
      expectTold(await Promise.all(answers), 10);
    });
    await world.ready();
    await expectBalanced();
  });
});
