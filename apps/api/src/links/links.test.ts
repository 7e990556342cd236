import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { changesNothing } from "../testing/unchanged.ts";
import { createLink, MAX_LINKS_PER_PARTNER } from "./create-link.ts";
import { randomLinkCode } from "./link-code.ts";

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({ EPC_EUR: "0.20" });
});
afterAll(() => test.close());

const CREATE = `mutation ($input: CreateLinkInput!) {
  createLink(input: $input) { id code url destination title epc clicks earned createdAt }
}`;
const LIST = `query ($first: Int!, $after: String) {
  links(first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { node { id code destination title epc clicks earned } }
  }
}`;

interface LinkNode {
  id: string;
  code: string;
  url: string;
  destination: string;
  title: string | null;
  epc: string;
}
interface Page {
  links: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: { node: LinkNode }[];
  };
}

const create = (partner: SignedIn, input: Record<string, unknown>) =>
  partner.client.graphql<{ createLink: LinkNode }>(CREATE, { input });

describe("createLink", () => {
  it("makes a link with a code of its own and the program's rate", async () => {
    const partner = await signedInPartner(test);
    const { data } = await create(partner, {
      destination: "https://www.Example.org/a b",
      title: "  Spring  ",
    });
    expect(data?.createLink).toMatchObject({
      destination: "https://www.example.org/a%20b",
      title: "Spring",
      epc: "0.20",
      clicks: 0,
      earned: "0.00",
    });
    expect(data?.createLink.code).toMatch(/^[2-9A-Za-z]{7}$/);
    expect(data?.createLink.url).toBe(`${test.app.publicUrl}/r/${data?.createLink.code}`);
    expect(
      await test.database.sql("select partner_id, epc from links where id = $1", [data?.createLink.id]),
    ).toEqual([{ partner_id: partner.id, epc: null }]);
  });

  it("takes a blank title for none, and keeps markup as text", async () => {
    const partner = await signedInPartner(test);
    const destination = "https://example.org/";
    expect((await create(partner, { destination, title: "  " })).data?.createLink.title).toBeNull();
    expect((await create(partner, { destination, title: null })).data?.createLink.title).toBeNull();
    const markup = "<img src=x onerror=alert(1)>";
    expect((await create(partner, { destination, title: markup })).data?.createLink.title).toBe(markup);
  });

  const refused: readonly (readonly [input: Record<string, unknown>, code: string, details: object])[] = [
    ...[
      "javascript:alert(1)",
      "JAVASCRIPT://example.org/%0aalert(1)",
      "\tjavascript:alert(1)",
      "data:text/html,<script>alert(1)</script>",
      "vbscript:msgbox(1)",
      "blob:https://example.org/x",
      "file:///etc/passwd",
      "ftp://example.org/",
      "example.org",
      "//example.org/",
      "https://example.org/\r\nSet-Cookie: a=b",
    ].map((destination) => [{ destination }, "BAD_USER_INPUT", { field: "destination" }] as const),
    [
      { destination: "https://evil.test/" },
      "DESTINATION_NOT_ALLOWED",
      { host: "evil.test", allowed: ["example.org"] },
    ],
    [{ destination: "https://example.org/", title: "x".repeat(201) }, "BAD_USER_INPUT", { field: "title" }],
    [{ destination: "https://example.org/", title: "a\u0000b" }, "BAD_USER_INPUT", { field: "title" }],
  ];
  it.each(refused)("AC-21 refuses %j and stores nothing", async (input, code, details) => {
    const partner = await signedInPartner(test);
    const answer = await changesNothing(test, () => create(partner, input));
    expect(answer.code).toBe(code);
    expect(answer.errors[0]?.extensions.details).toMatchObject(details);
  });

  it("tries another code when one is taken", async () => {
    const partner = await signedInPartner(test);
    const input = { destination: "https://example.org/" };
    const first = await createLink(test.app, partner.id, input);
    const codes = [first.code, first.code, "fresh23"];
    const second = await createLink(test.app, partner.id, input, () => codes.shift() ?? "");
    expect(second.code).toBe("fresh23");
    await expect(createLink(test.app, partner.id, input, () => first.code)).rejects.toThrow(
      /links_code_unique/,
    );
  });

  it("stops at the most links that a partner can have, also when asked in parallel", async () => {
    const partner = await signedInPartner(test);
    await test.database.sql(
      `insert into links (code, partner_id, destination)
       select 'fill-' || n, $1, 'https://example.org/' from generate_series(1, $2::int) n`,
      [partner.id, MAX_LINKS_PER_PARTNER - 1],
    );
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => create(partner, { destination: "https://example.org/" })),
    );
    expect(answers.map(({ code }) => code ?? "made").sort()).toEqual([
      ...Array(4).fill("BAD_USER_INPUT"),
      "made",
    ]);
    const { data } = await partner.client.graphql<Page>(LIST, { first: 1 });
    expect(data?.links.totalCount).toBe(MAX_LINKS_PER_PARTNER);
  });
});

describe("links", () => {
  it("lists one's own, newest first, page by page, also when they were made in the same microsecond", async () => {
    const partner = await signedInPartner(test);
    const other = await signedInPartner(test);
    await create(other, { destination: "https://example.org/other" });
    await test.database.sql(
      `insert into links (code, partner_id, destination, created_at)
       select 'page-' || n, $1, 'https://example.org/' || n, timestamptz '2026-01-01' + (n / 3) * interval '1 microsecond'
       from generate_series(1, 10) n`,
      [partner.id],
    );
    const codes: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 4; page += 1) {
      const { data, errors }: { data: Page | null; errors: readonly unknown[] } =
        await partner.client.graphql<Page>(LIST, { first: 3, after });
      expect(errors).toEqual([]);
      expect(data?.links.totalCount).toBe(10);
      expect(data?.links.pageInfo.hasNextPage).toBe(page < 3);
      codes.push(...(data?.links.edges.map(({ node }) => node.code) ?? []));
      after = data?.links.pageInfo.endCursor ?? null;
    }
    expect(new Set(codes).size).toBe(10);
    const bundles = codes.map((code) => Math.floor(Number(code.slice("page-".length)) / 3));
    expect(bundles).toEqual(bundles.toSorted((a, b) => b - a));
  });

  it("shows a link's own rate, and what it brought", async () => {
    const partner = await signedInPartner(test);
    await test.database.sql(
      `insert into links (code, partner_id, destination, epc, clicks, earned)
       values ('own-rate', $1, 'https://example.org/', 3500, 3000000000, 9007199254740993)`,
      [partner.id],
    );
    const { data } = await partner.client.graphql<Page>(LIST, { first: 1 });
    expect(data?.links.edges[0]?.node).toMatchObject({
      epc: "0.0035",
      clicks: 3_000_000_000,
      earned: "9007199254.740993",
    });
  });

  it.each([
    [{ first: 0 }, "first"],
    [{ first: 101 }, "first"],
    [{ first: 1, after: "nonsense" }, "after"],
    [{ first: 1, after: Buffer.from('["1"]').toString("base64url") }, "after"],
  ])("refuses the page %j", async (variables, field) => {
    const partner = await signedInPartner(test);
    const answer = await partner.client.graphql(LIST, variables);
    expect(answer.code).toBe("BAD_USER_INPUT");
    expect(answer.errors[0]?.extensions.details).toMatchObject({ field });
  });

  it("shows nothing of others through their cursors", async () => {
    const owner = await signedInPartner(test);
    await create(owner, { destination: "https://example.org/1" });
    await create(owner, { destination: "https://example.org/2" });
    const { data } = await owner.client.graphql<Page>(LIST, { first: 1 });
    const stranger = await signedInPartner(test);
    const page = await stranger.client.graphql<Page>(LIST, {
      first: 5,
      after: data?.links.pageInfo.endCursor,
    });
    expect(page.data?.links.edges).toEqual([]);
  });

  it("is for partners alone", async () => {
    const admin = await signedInAdmin(test);
    expect((await admin.client.graphql(LIST, { first: 1 })).code).toBe("FORBIDDEN");
    expect((await create(admin, { destination: "https://example.org/" })).code).toBe("FORBIDDEN");
  });
});

it("makes codes that differ and hold nothing ambiguous", () => {
  const codes = Array.from({ length: 5_000 }, randomLinkCode);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.join("")).not.toMatch(/[01OoIlLaeiouyAEIUY]/);
});
