import { addDays, dayOf } from "@contentflow/domain/day";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addLink, clickOn, type TestLink } from "../clicks/clicks.test-kit.ts";
import { recordEvents } from "../clicks/record-events.ts";
import { type SignedIn, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";

interface Click {
  id: string;
  occurredAt: string;
  verdict: string;
  earned: string;
  platform: string | null;
  referrerHost: string | null;
}
interface Answer {
  link: {
    code: string;
    clicks: number;
    recentClicks: {
      edges: { cursor: string; node: Click }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}

const LINK = `query ($code: String!, $first: Int, $after: String) {
  link(code: $code) {
    code clicks
    recentClicks(first: $first, after: $after) {
      edges { cursor node { id occurredAt verdict earned platform referrerHost } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

let test: TestApp;
let partner: SignedIn;
beforeAll(async () => {
  test = await createTestApp({ EPC_EUR: "0.20" });
  test.setNow("2026-06-30T12:00:00Z");
  partner = await signedInPartner(test);
});
afterAll(() => test.close());

function ask(code: string, page: Record<string, unknown> = {}, person = partner) {
  return person.client.graphql<Answer>(LINK, { code, first: 20, ...page });
}

/** Counted clicks on the days given, in that order, each booked on the day it occurred. */
async function clicksOn(link: TestLink, days: readonly string[]): Promise<void> {
  for (const day of days) {
    const occurredAt = new Date(`${day}T10:00:00Z`);
    await recordEvents(test.app, [clickOn(link, { occurredAt })], { bookOn: "occurrence" });
  }
}

describe("the clicks on a link", () => {
  it("show what each was worth then, and nothing that is no click", async () => {
    const link = await addLink(test.database, { partnerId: partner.id, epc: 350_000 });
    const occurredAt = new Date("2026-06-30T11:00:00Z");
    const details = { occurredAt, platform: "youtube", referrerHost: "news.example" };
    await recordEvents(test.app, [clickOn(link, { ...details, visitor: "one" })]);
    await test.database.sql("update links set epc = 900000 where id = $1", [link.linkId]);
    await recordEvents(test.app, [clickOn(link, { occurredAt, visitor: "one" })]);
    await recordEvents(test.app, [clickOn(link, { occurredAt, kind: "view" })]);
    await recordEvents(test.app, [clickOn(link, { occurredAt, kind: "conversion" })]);

    const { data, errors } = await ask(link.code);
    expect(errors).toEqual([]);
    expect(data?.link).toMatchObject({ code: link.code, clicks: 1 });
    const at = occurredAt.toISOString();
    expect(data?.link.recentClicks.edges.map(({ node: { id: _, ...click } }) => click)).toEqual([
      { occurredAt: at, verdict: "DUPLICATE", earned: "0.00", platform: null, referrerHost: null },
      {
        occurredAt: at,
        verdict: "COUNTED",
        earned: "0.35",
        platform: "youtube",
        referrerHost: "news.example",
      },
    ]);
  });

  it("earn nothing any more once they are found invalid", async () => {
    const link = await addLink(test.database, { partnerId: partner.id });
    await recordEvents(test.app, [clickOn(link, { occurredAt: new Date("2026-06-30T11:00:00Z") })]);
    await test.database.sql("update metric_events set verdict = 'invalidated' where link_id = $1", [
      link.linkId,
    ]);
    const { data } = await ask(link.code);
    expect(data?.link.recentClicks.edges[0]?.node).toMatchObject({ verdict: "INVALIDATED", earned: "0.00" });
  });

  it("come newest first, page by page, over all the days that are kept", async () => {
    const link = await addLink(test.database, { partnerId: partner.id });
    const other = await addLink(test.database, { partnerId: partner.id });
    const today = "2026-06-30";
    const back = [0, 0, 0, 1, 30, 31, 32, 33, 80, 200].map((days) => addDays(today, -days));
    // The oldest recorded last: the day decides, not when we heard of it.
    await clicksOn(link, back);
    await clicksOn(other, back);

    for (const first of [1, 2, 3, 5, 9, 10, 100]) {
      const seen: Click[] = [];
      let after: string | null = null;
      do {
        const { data, errors } = await ask(link.code, { first, after });
        expect(errors).toEqual([]);
        const page = data?.link.recentClicks;
        seen.push(...(page?.edges.map(({ node }) => node) ?? []));
        after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen.map(({ occurredAt }) => dayOf(new Date(occurredAt)))).toEqual(back);
      expect(new Set(seen.map(({ id }) => id)).size).toBe(back.length);
    }
  });

  it.each([
    { first: 0 },
    { first: 101 },
    { after: "nonsense" },
    ...[["5"], ["2026-06-30"], ["0000-01-01", "1"], ["2026-06-30", "-1"], ["2026-06-30", "1", "2"]].map(
      (key) => ({
        after: Buffer.from(JSON.stringify(key)).toString("base64url"),
      }),
    ),
  ])("refuse the page %j", async (page) => {
    const link = await addLink(test.database, { partnerId: partner.id });
    expect((await ask(link.code, page)).code).toBe("BAD_USER_INPUT");
  });
});

describe("link", () => {
  it("is its owner's alone: everybody else's is like one that there is none of", async () => {
    const link = await addLink(test.database, { partnerId: partner.id });
    const stranger = await signedInPartner(test);
    const theirs = await ask(link.code, {}, stranger);
    expect(theirs.code).toBe("NOT_FOUND");
    for (const code of ["made-up", "", "a b", "nul\u0000", "x".repeat(5_000)]) {
      expect(await ask(code, {}, stranger)).toEqual(theirs);
      expect(await ask(code)).toEqual(theirs);
    }
  });

  it("is found by its code as it is written, not by another case", async () => {
    const { code } = await addLink(test.database, { partnerId: partner.id });
    expect((await ask(code)).data?.link.code).toBe(code);
    expect((await ask(code.toUpperCase())).code).toBe("NOT_FOUND");
  });
});
