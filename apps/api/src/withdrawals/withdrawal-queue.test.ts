import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { earn, type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { readWithdrawalPages } from "./read-withdrawal-pages.ts";
import { approve, BANK, done, PAYPAL, pay, reject, request } from "./withdrawal.test-kit.ts";
import { WITHDRAWAL_SORTS } from "./withdrawal-order.ts";

interface Page {
  totalCount: number;
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const QUEUE = `query (
  $first: Int! = 100, $after: String, $status: WithdrawalStatus, $method: PayoutMethod, $search: String,
  $sort: WithdrawalSort! = NEWEST
) {
  admin {
    withdrawals(first: $first, after: $after, status: $status, method: $method, search: $search, sort: $sort) {
      totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor }
    }
  }
}`;

/** By a name of its own: who asked, in which minute, for how much and how. Two at once, and three of the same amount. */
const ASKED = [
  ["a", "ann", 1, "200.00", PAYPAL],
  ["b", "bob", 2, "10.00", BANK],
  ["c", "ann", 3, "10.00", BANK],
  ["d", "bob", 3, "30.00", PAYPAL],
  ["e", "ann", 4, "10.00", PAYPAL],
] as const;

let test: TestApp;
let admin: SignedIn;
let ann: SignedIn;
const ids = new Map<string, string>();
const names = new Map<string, string>();

beforeAll(async () => {
  test = await createTestApp();
  admin = await signedInAdmin(test);
  ann = await signedInPartner(test, "ann_lee@example.org");
  const bob = await signedInPartner(test, "bobxlee@example.org");
  test.setNow("2026-03-01T12:00:00Z");
  for (const { id } of [ann, bob]) await earn(test, id, "900.00");
  for (const [name, who, minute, amount, how] of ASKED) {
    test.setNow(`2026-03-01T12:0${minute}:00Z`);
    const { id } = done(await request(who === "ann" ? ann : bob, amount, how));
    ids.set(name, id);
    names.set(id, name);
  }
  done(await reject(admin, { id: idOf("b"), version: 1 }));
  done(await approve(admin, { id: idOf("c"), version: 1 }));
  done(await pay(admin, { id: idOf("c"), version: 2 }, "SEPA 100%_Q1"));
});
afterAll(() => test.close());

function idOf(name: string): string {
  return ids.get(name) ?? "";
}

function ask(variables: Record<string, unknown>) {
  return admin.client.graphql<{ admin: { withdrawals: Page } }>(QUEUE, variables);
}

async function page(variables: Record<string, unknown>): Promise<Page> {
  const { data, errors } = await ask(variables);
  expect(errors).toEqual([]);
  if (!data) throw new Error("no data");
  return data.admin.withdrawals;
}

/** The names of what one page shows, in its order. */
async function shown(variables: Record<string, unknown>): Promise<string> {
  const { edges, totalCount } = await page(variables);
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }) => names.get(node.id)).join("");
}

/** Equals stand by id, whatever that is. */
function byId(equal: string, direction: "asc" | "desc"): string {
  const sorted = [...equal].toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  return (direction === "asc" ? sorted : sorted.toReversed()).join("");
}

const inOrder = () => ({
  newest: `e${byId("cd", "desc")}ba`,
  oldest: `ab${byId("cd", "asc")}e`,
  largest: `ad${byId("bce", "desc")}`,
  smallest: `${byId("bce", "asc")}da`,
});

describe("the queue", () => {
  it("comes newest first unless asked otherwise", async () => {
    const { data } = await admin.client.graphql<{ admin: { withdrawals: Page } }>(
      "{ admin { withdrawals { edges { node { id } } } } }",
    );
    const found = data?.admin.withdrawals.edges.map(({ node }) => names.get(node.id)).join("");
    expect(found).toBe(inOrder().newest);
  });

  it.each(WITHDRAWAL_SORTS)("comes %s first, page by page, without gaps or repeats", async (sort) => {
    for (const first of [1, 2, 3, 5]) {
      let seen = "";
      let after: string | null = null;
      do {
        const { edges, pageInfo, totalCount }: Page = await page({ first, after, sort: sort.toUpperCase() });
        expect(totalCount).toBe(ASKED.length);
        seen += edges.map(({ node }) => names.get(node.id)).join("");
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toBe(inOrder()[sort]);
    }
  });

  it("is narrowed down by status and method, together or alone, and counts what is left", async () => {
    expect(await shown({ method: "PAYPAL" })).toBe("eda");
    expect(await shown({ method: "BANK" })).toBe("cb");
    expect(await shown({ method: "BANK", status: "REJECTED" })).toBe("b");
    expect(await shown({ method: "PAYPAL", status: "PAID" })).toBe("");
    expect(await shown({ method: "PAYPAL", status: "REQUESTED", sort: "LARGEST" })).toBe("ade");
    expect(await page({ method: "PAYPAL", first: 1 })).toMatchObject({ totalCount: 3 });
  });

  it("is searched by a part of the address, literally and in any case", async () => {
    expect(await shown({ search: " ANN_ " })).toBe("eca");
    expect(await shown({ search: "_lee@example" })).toBe("eca");
    expect(await shown({ search: "xlee", status: "REQUESTED" })).toBe("d");
    expect(await shown({ search: "%" })).toBe("c");
    expect(await shown({ search: "\\" })).toBe("");
    expect((await page({ search: "lee", first: 2 })).totalCount).toBe(5);
    expect(await shown({ search: "  " })).toBe(inOrder().newest);
  });

  it("is searched by a part of the payment reference, and by whole ids", async () => {
    expect(await shown({ search: "sepa 100%_q" })).toBe("c");
    expect(await shown({ search: "100x" })).toBe("");
    expect(await shown({ search: idOf("d").toUpperCase() })).toBe("d");
    expect(await shown({ search: idOf("d").slice(0, 12) })).toBe("");
    expect(await shown({ search: ann.id, method: "PAYPAL" })).toBe("ea");
  });

  it.each(["x".repeat(255), "nul\u0000"])("refuses the search %j", async (search) => {
    const { code, errors } = await ask({ search });
    expect(code).toBe("BAD_USER_INPUT");
    expect(errors[0]?.extensions.details).toMatchObject({ field: "search" });
  });

  it("refuses a place in another order, and what is none at all", async () => {
    const cursors = new Map<string, string>();
    for (const sort of WITHDRAWAL_SORTS) {
      cursors.set(sort, (await page({ first: 1, sort: sort.toUpperCase() })).edges[0]?.cursor ?? "");
    }
    for (const sort of WITHDRAWAL_SORTS) {
      for (const [of, after] of cursors) {
        const { code } = await ask({ after, sort: sort.toUpperCase() });
        expect([of, sort, code]).toEqual([of, sort, of === sort ? undefined : "BAD_USER_INPUT"]);
      }
    }
  });

  it.each([
    ["newest", "2026-03-01T12:00:00.000Z"],
    ["newest", "2026-03-01T12:00:00.000Z", "x"],
    ["newest", "yesterday", "00000000-0000-4000-8000-000000000000"],
    ["newest", "-271821-04-20T00:00:00.000Z", "00000000-0000-4000-8000-000000000000"],
    ["largest", "1.5", "00000000-0000-4000-8000-000000000000"],
    ["largest", "99999999999999999999", "00000000-0000-4000-8000-000000000000"],
    ["largest", "1", "00000000-0000-4000-8000-000000000000", "more"],
    ["by heart", "1", "00000000-0000-4000-8000-000000000000"],
  ])("refuses the place %s %s", async (...key) => {
    const after = Buffer.from(JSON.stringify(key)).toString("base64url");
    const { code, errors } = await ask({ after, sort: key[0] === "largest" ? "LARGEST" : "NEWEST" });
    expect(code).toBe("BAD_USER_INPUT");
    expect(errors[0]?.extensions.details).toEqual({
      field: "after",
      reason: "is not a cursor of this list",
    });
  });
});

describe("reading all of them", () => {
  it.each(WITHDRAWAL_SORTS)("gives what the list gives, %s first, whatever the page", async (sort) => {
    for (const size of [1, 2, 5, 6]) {
      const sizes: number[] = [];
      let seen = "";
      for await (const some of readWithdrawalPages(test.app.database.orm.em.fork(), {}, sort, size)) {
        sizes.push(some.length);
        seen += some.map(({ id }) => names.get(id)).join("");
      }
      expect(seen).toBe(inOrder()[sort]);
      expect(Math.max(...sizes)).toBe(Math.min(size, ASKED.length));
      expect(sizes).not.toContain(0);
    }
  });

  it("keeps to the filter, and gives nothing for what finds nothing", async () => {
    const read = async (filter: Parameters<typeof readWithdrawalPages>[1]) => {
      const found: (string | undefined)[] = [];
      for await (const some of readWithdrawalPages(test.app.database.orm.em.fork(), filter)) {
        found.push(...some.map(({ id }) => names.get(id)));
      }
      return found;
    };
    expect(await read({ search: "ann_", method: "paypal" })).toEqual(["e", "a"]);
    expect(await read({ search: "nobody" })).toEqual([]);
  });
});
