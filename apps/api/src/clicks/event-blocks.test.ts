import { afterAll, beforeAll, expect, it } from "vitest";
import { CLICKS } from "../export/events.table.ts";
import { type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { addLink, clickOn, type TestLink } from "./clicks.test-kit.ts";
import { recordEvents } from "./record-events.ts";

interface Page {
  edges: { node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const BLOCK = 8_192;
/** More than a page of a download; their ids lie on both sides of a boundary. */
const RECORDED = 510;

let test: TestApp;
let admin: SignedIn;
let partner: SignedIn;
let link: TestLink;
let ids: string[];
beforeAll(async () => {
  test = await createTestApp();
  admin = await signedInAdmin(test);
  partner = await signedInPartner(test);
  link = await addLink(test.database, { partnerId: partner.id });
  const other = await addLink(test.database);
  await test.database.sql("select setval('metric_events_id_seq', $1)", [3 * BLOCK - RECORDED]);
  const pairs = Array.from({ length: RECORDED }, () => [clickOn(link), clickOn(other)]);
  await recordEvents(test.app, pairs.flat());
  const rows = await test.database.sql<{ id: string }>(
    "select id::text from metric_events where link_id = $1 order by id desc",
    [link.linkId],
  );
  ids = rows.map(({ id }) => id);
});
afterAll(() => test.close());

async function allPages(size: number, read: (first: number, after: string | null) => Promise<Page>) {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { edges, pageInfo }: Page = await read(size, after);
    seen.push(...edges.map(({ node }) => node.id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return seen;
}

it("has ids in two blocks to tell apart", () => {
  expect(new Set(ids.map((id) => Math.floor(Number(id) / BLOCK))).size).toBe(2);
});

it.each([37, 100])("lists a link's clicks over blocks without a gap, %i at a time", async (size) => {
  const asked = `query ($code: String!, $first: Int, $after: String) {
    link(code: $code) { recentClicks(first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }
  }`;
  const seen = await allPages(size, async (first, after) => {
    const { data, errors } = await partner.client.graphql<{ link: { recentClicks: Page } }>(asked, {
      code: link.code,
      first,
      after,
    });
    expect(errors).toEqual([]);
    if (!data) throw new Error("no data");
    return data.link.recentClicks;
  });
  expect(seen).toEqual(ids);
});

it.each([37, 100])("lists a partner's events over blocks without a gap, %i at a time", async (size) => {
  const asked = `query ($of: ID!, $first: Int, $after: String) {
    admin { events(partnerId: $of, first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }
  }`;
  const seen = await allPages(size, async (first, after) => {
    const { data, errors } = await admin.client.graphql<{ admin: { events: Page } }>(asked, {
      of: partner.id,
      first,
      after,
    });
    expect(errors).toEqual([]);
    if (!data) throw new Error("no data");
    return data.admin.events;
  });
  expect(seen).toEqual(ids);
});

it("downloads a partner's clicks over blocks without a gap", async () => {
  const seen: string[] = [];
  for await (const rows of CLICKS.pages(test.app, partner.id)) seen.push(...rows.map(({ id }) => id));
  expect(seen).toEqual(ids.toReversed());
});
