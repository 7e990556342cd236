import { createClient, type FormattedExecutionResult } from "graphql-ws";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import WebSocket from "ws";
import { recordEvents } from "../clicks/record-events.ts";
import { earn, type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, TEST_ORIGIN, type TestApp } from "../testing/test-app.ts";
import { approve, done, request } from "../withdrawals/withdrawal.test-kit.ts";

let test: TestApp;
let url: string;
const closing: (() => void | Promise<void>)[] = [];
beforeAll(async () => {
  test = await createTestApp();
  url = `${(await test.server.listen(0)).replace("http", "ws")}/graphql`;
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(() => test.close());

type Told = FormattedExecutionResult<Record<string, unknown>, unknown>;

/** Everything a subscription has told so far. */
function watch(person: SignedIn, query: string): Told[] {
  const headers = { origin: TEST_ORIGIN, cookie: person.client.cookie ?? "" };
  class SignedInSocket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers });
    }
  }
  const client = createClient({ url, webSocketImpl: SignedInSocket, retryAttempts: 0 });
  closing.push(() => client.dispose());
  const told: Told[] = [];
  client.subscribe(
    { query },
    { next: (result) => void told.push(result), error: () => {}, complete: () => {} },
  );
  return told;
}

const BALANCE = "subscription { balanceChanged { available pending } }";
const WITHDRAWALS = "subscription { withdrawalChanged { id status version events { toStatus } } }";
const balances = (told: Told[]) => told.map(({ data }) => data?.["balanceChanged"]);

describe("balanceChanged", () => {
  it("tells the balance at once, then whenever money moves", async () => {
    const partner = await signedInPartner(test);
    const told = watch(partner, BALANCE);
    await vi.waitFor(() => expect(balances(told)).toEqual([{ available: "0.00", pending: "0.00" }]));
    await earn(test, partner.id, "25.00");
    await vi.waitFor(() => expect(balances(told)).toContainEqual({ available: "25.00", pending: "0.00" }));
    done(await request(partner, "20.00"));
    await vi.waitFor(() => expect(balances(told)).toContainEqual({ available: "5.00", pending: "20.00" }));
  });

  it("tells everybody whom one batch of clicks paid, however many they are", async () => {
    const people = await test.database.sql<{ id: string }>(
      "insert into partners (email) select 'crowd' || n || '@example.org' from generate_series(1, 450) as n returning id",
    );
    const told = new Set<string>();
    const stop = new AbortController();
    const listening = (async () => {
      for await (const change of test.app.live.changes(({ kind }) => kind === "balance", stop.signal)) {
        told.add(change.partnerId);
      }
    })();
    const clicks = people.map(({ id }) => ({
      kind: "click" as const,
      partnerId: id,
      visitor: "somebody",
      occurredAt: test.app.now(),
    }));
    await recordEvents(test.app, clicks);
    await vi.waitFor(() => expect(people.every(({ id }) => told.has(id))).toBe(true));
    stop.abort();
    await listening;
  });

  it("makes up for what was missed while its connection to the database was gone", async () => {
    const partner = await signedInPartner(test);
    const told = watch(partner, BALANCE);
    await vi.waitFor(() => expect(told).toHaveLength(1));
    await test.database.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'contentflow-live'`,
    );
    await earn(test, partner.id, "25.00");
    await vi.waitFor(
      () => expect(balances(told).at(-1)).toEqual({ available: "25.00", pending: "0.00" }),
      10_000,
    );
  });

  it("keeps quiet about others", async () => {
    const [partner, other] = [await signedInPartner(test), await signedInPartner(test)];
    const told = watch(partner, BALANCE);
    const toldOther = watch(other, BALANCE);
    await vi.waitFor(() => expect([told.length, toldOther.length]).toEqual([1, 1]));
    await earn(test, other.id, "25.00");
    await vi.waitFor(() => expect(toldOther.length).toBeGreaterThan(1));
    expect(told).toHaveLength(1);
  });

  it("ends with the session", async () => {
    const partner = await signedInPartner(test);
    const told = watch(partner, BALANCE);
    await vi.waitFor(() => expect(told).toHaveLength(1));
    await partner.client.graphql("mutation { signOut }");
    await earn(test, partner.id, "1.00");
    await vi.waitFor(() => expect(told.at(-1)?.errors?.[0]?.extensions?.["code"]).toBe("UNAUTHENTICATED"));
  });
});

describe("withdrawalChanged", () => {
  it("tells a partner about their own and an admin about all, as they now are", async () => {
    const [partner, other, admin] = [
      await signedInPartner(test),
      await signedInPartner(test),
      await signedInAdmin(test),
    ];
    const [mine, theirs, all] = [
      watch(partner, WITHDRAWALS),
      watch(other, WITHDRAWALS),
      watch(admin, WITHDRAWALS),
    ];
    const ready = watch(admin, "subscription { withdrawalChanged { id } }");
    for (const { id } of [partner, other]) await earn(test, id, "20.00");
    // A subscription says nothing until something happens, so it is asked to until all of them have begun.
    const probe = async () => {
      const someone = await signedInPartner(test);
      await earn(test, someone.id, "10.00");
      done(await request(someone, "10.00"));
      expect(all.length > 0 && ready.length > 0).toBe(true);
    };
    await vi.waitFor(probe, 10_000);
    const before = { mine: mine.length, theirs: theirs.length };
    expect(before).toEqual({ mine: 0, theirs: 0 });

    const asked = done(await request(partner, "20.00"));
    const told = { id: asked.id, status: "REQUESTED", version: 1, events: [{ toStatus: "REQUESTED" }] };
    await vi.waitFor(() => {
      expect(mine.map(({ data }) => data?.["withdrawalChanged"])).toEqual([told]);
      expect(all.map(({ data }) => data?.["withdrawalChanged"])).toContainEqual(told);
    });
    done(await approve(admin, asked));
    await vi.waitFor(() =>
      expect(mine.at(-1)?.data?.["withdrawalChanged"]).toMatchObject({ status: "APPROVED", version: 2 }),
    );
    expect(theirs).toEqual([]);
  });
});
