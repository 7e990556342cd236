import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createServer } from "../server.ts";
import { TestClient } from "../testing/client.ts";
import { createTestApp, TEST_ORIGIN, type TestApp } from "../testing/test-app.ts";
import { changesNothing } from "../testing/unchanged.ts";
import { forgetLinks, ME, mailedToken, requestLink, signedInClient, useLink } from "./sign-in.test-kit.ts";

let test: TestApp;
let client: TestClient;

beforeAll(async () => {
  test = await createTestApp({ ADMIN_EMAILS: "boss@contentflow.example,both@example.org" });
});
afterAll(() => test.close());
beforeEach(async () => {
  await forgetLinks(test);
  client = new TestClient(test.server);
});

async function linkFor(email: string): Promise<string> {
  await requestLink(client, email);
  return mailedToken(test, email);
}

async function sessionsOf(email: string): Promise<number> {
  const [row] = await test.database.sql<{ n: number }>(
    `select count(*)::int as n from sessions s left join partners p on p.id = s.partner_id
     left join admins a on a.id = s.admin_id where coalesce(p.email, a.email) = $1 and s.revoked_at is null`,
    [email],
  );
  return row?.n ?? 0;
}

describe("signing in", () => {
  it("goes from an address through its mailbox to a session, and creates the partner", async () => {
    const asked = await requestLink(client, "Marie@Example.ORG", "FR");
    expect(asked.data?.requestMagicLink).toEqual({ email: "marie@example.org", expiresInMinutes: 15 });
    expect(client.cookie).toBeUndefined();
    const token = await mailedToken(test, "marie@example.org");
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(test.mails[0]?.text).toContain(`${TEST_ORIGIN}/partner/login#token=${token}`);

    const { data } = await useLink(client, token);
    expect(data?.signIn).toMatchObject({ email: "marie@example.org", role: "PARTNER", locale: "FR" });
    expect((await client.graphql(ME)).data).toEqual({ me: data?.signIn });
  });

  it("says beforehand whom a link would sign in, masked, and spends nothing", async () => {
    const SIGN_IN_AS = "query ($token: String!) { signInAs(token: $token) }";
    const token = await linkFor("marie@example.org");
    for (let look = 0; look < 3; look += 1) {
      expect((await client.graphql(SIGN_IN_AS, { token })).data).toEqual({ signInAs: "m•••@example.org" });
    }
    await useLink(client, token);
    expect((await client.graphql(SIGN_IN_AS, { token })).data).toEqual({ signInAs: null });
    expect((await client.graphql(SIGN_IN_AS, { token: "made-up" })).data).toEqual({ signInAs: null });
  });

  it("finds the same partner the next time, in the language they have", async () => {
    const first = await signedInClient(test, "again@example.org");
    await forgetLinks(test);
    await requestLink(client, "again@example.org", "FR");
    const { data } = await useLink(client, await mailedToken(test, "again@example.org"));
    expect(data?.signIn).toEqual(first.viewer);
    expect(first.viewer.locale).toBe("EN");
  });

  it("AC-30 sets the cookie for seven days, out of reach of scripts", async () => {
    const token = await linkFor("cookie@example.org");
    const { headers } = await test.server.http.inject({
      method: "POST",
      url: "/graphql",
      headers: { origin: TEST_ORIGIN },
      payload: { query: `mutation { signIn(token: "${token}") { id } }` },
    });
    expect(headers["set-cookie"]).toMatch(
      /^session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(headers["cache-control"]).toBe("no-store");
  });

  it("AC-26 gives one session for one link, however often it is used at once", async () => {
    const token = await linkFor("twenty@example.org");
    const clients = Array.from({ length: 20 }, () => new TestClient(test.server));
    const answers = await Promise.all(clients.map((one) => useLink(one, token)));
    expect(answers.map(({ code }) => code ?? "signed in").sort()).toEqual([
      ...Array(19).fill("LINK_EXPIRED"),
      "signed in",
    ]);
    expect(clients.filter(({ cookie }) => cookie !== undefined)).toHaveLength(1);
    expect(await sessionsOf("twenty@example.org")).toBe(1);
  });

  it.each([
    ["a second before", 899, undefined],
    ["exactly when", 900, "LINK_EXPIRED"],
    ["a second after", 901, "LINK_EXPIRED"],
  ])("AC-26 %s the fifteen minutes are over, by the database's clock (%i s)", async (_when, age, code) => {
    // The process's own clock has no say.
    test.setNow("2020-01-01T00:00:00Z");
    let answer: Awaited<ReturnType<typeof useLink>>;
    let took: number;
    do {
      const token = await linkFor(`clock${age}@example.org`);
      const aged = await test.database.sql(
        `update magic_links set expires_at = now() + (expires_at - created_at) - make_interval(secs => $1)
         where superseded_at is null returning id`,
        [age],
      );
      expect(aged).toHaveLength(1);
      const start = performance.now();
      answer = await useLink(client, token);
      took = performance.now() - start;
      await forgetLinks(test);
      // A machine that takes longer than the second that is left has shown nothing.
    } while (took > 900);
    test.setNow(new Date());
    expect(answer.code).toBe(code);
  });

  it("AC-26 makes links that live for fifteen minutes", async () => {
    await linkFor("minutes@example.org");
    const rows = await test.database.sql(
      "select extract(epoch from expires_at - created_at)::int as seconds from magic_links",
    );
    expect(rows).toEqual([{ seconds: 900 }]);
  });

  it("lets only the newest link work", async () => {
    const older = await linkFor("newest@example.org");
    await requestLink(client, "newest@example.org");
    const newer = await mailedToken(test, "newest@example.org", 2);
    expect((await useLink(client, older)).code).toBe("LINK_EXPIRED");
    expect((await useLink(client, newer)).data?.signIn.email).toBe("newest@example.org");
  });

  it.each(["", "x", "a".repeat(43), "\u0000", "'; drop table sessions; --", "é".repeat(5_000)])(
    "knows no link by the token %#",
    async (token) => {
      const answer = await useLink(client, token);
      expect(answer.code).toBe("LINK_EXPIRED");
      expect(client.cookie).toBeUndefined();
    },
  );

  it("AC-25 survives the scanners that look at every link before the person does", async () => {
    const token = await linkFor("scanned@example.org");
    for (const method of ["GET", "HEAD", "GET", "HEAD", "GET", "HEAD"] as const) {
      await changesNothing(test, () =>
        test.server.http.inject({ method, url: `/partner/login#token=${token}` }),
      );
      // Some take the fragment for a part of the path or of the query.
      await test.server.http.inject({ method, url: `/partner/login%23token=${token}` });
      await test.server.http.inject({ method, url: `/partner/login?token=${token}` });
      const byQuery = `/graphql?query=${encodeURIComponent(`mutation { signIn(token: "${token}") { id } }`)}`;
      const { statusCode } = await test.server.http.inject({
        method,
        url: byQuery,
        headers: { accept: "*/*" },
      });
      expect(statusCode).toBeGreaterThanOrEqual(400);
    }
    expect((await useLink(client, token)).data?.signIn.email).toBe("scanned@example.org");
    expect(await sessionsOf("scanned@example.org")).toBe(1);
  });

  it("AC-30 ends the session that the browser had before, whoever planted it", async () => {
    const { client: first } = await signedInClient(test, "first@example.org");
    const planted = first.cookie;
    client.cookie = planted;
    await useLink(client, await linkFor("second@example.org"));
    expect(client.cookie).not.toBe(planted);
    expect((await client.graphql<{ me: { email: string } }>(ME)).data?.me.email).toBe("second@example.org");
    expect((await first.graphql(ME)).data).toEqual({ me: null });
  });

  it("keeps the session of a browser whose link does not work", async () => {
    const { client: signedIn, viewer } = await signedInClient(test, "kept@example.org");
    expect((await useLink(signedIn, "no such token")).code).toBe("LINK_EXPIRED");
    expect((await signedIn.graphql(ME)).data).toEqual({ me: viewer });
  });

  it("AC-30 never keeps the value that a browser came with", async () => {
    client.cookie = "session=chosen-by-somebody-else";
    await useLink(client, await linkFor("fixation@example.org"));
    expect(client.cookie).toMatch(/^session=[\w-]{43}$/);
    const other = new TestClient(test.server);
    other.cookie = "session=chosen-by-somebody-else";
    expect((await other.graphql(ME)).data).toEqual({ me: null });
  });
});

describe("AC-30 over https", () => {
  it("the cookie is the host's alone, replaces one that was planted, and is dead after signing out", async () => {
    const secure = await createServer({ ...test.app, publicUrl: "https://partners.example" });
    const ask = (query: string, cookie: string) =>
      secure.http.inject({
        method: "POST",
        url: "/graphql",
        headers: { origin: "https://partners.example", cookie },
        payload: { query },
      });
    const planted = "a".repeat(43);
    try {
      const token = await linkFor("secure@example.org");
      const signedIn = await ask(
        `mutation { signIn(token: "${token}") { id } }`,
        `__Host-session=${planted}; session=${planted}`,
      );
      const set = String(signedIn.headers["set-cookie"]);
      expect(set).toMatch(
        /^__Host-session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      );
      const [name = "", value = ""] = set.split(";")[0]?.split("=") ?? [];
      expect(value).not.toBe(planted);
      const me = async (cookie: string) => (await ask("{ me { email } }", cookie)).json().data.me;
      expect(await me(`${name}=${value}`)).toEqual({ email: "secure@example.org" });
      // Under the name that a neighbour or a page over http could set, it is nobody's.
      expect(await me(`session=${value}`)).toBeNull();
      expect(await me(`__Host-session=${planted}`)).toBeNull();

      const out = await ask("mutation { signOut }", `${name}=${value}`);
      expect(out.headers["set-cookie"]).toBe(
        "__Host-session=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax",
      );
      expect(await me(`${name}=${value}`)).toBeNull();
      expect(await sessionsOf("secure@example.org")).toBe(0);
    } finally {
      await secure.close();
    }
  });
});

describe("admins", () => {
  it("are those that ADMIN_EMAILS names, for eight hours", async () => {
    const { viewer } = await signedInClient(test, "boss@contentflow.example");
    expect(viewer.role).toBe("ADMIN");
    const rows = await test.database.sql(
      `select extract(epoch from s.expires_at - s.created_at)::int as seconds from sessions s
       join admins a on a.id = s.admin_id where a.email = $1`,
      ["boss@contentflow.example"],
    );
    expect(rows).toEqual([{ seconds: 28_800 }]);
    expect(await test.database.sql("select 1 from partners where email = $1", [viewer.email])).toEqual([]);
  });

  it("are never partners: the address of one who is a partner is refused, and its link spent", async () => {
    await test.database.sql("insert into partners (email) values ('both@example.org')");
    const token = await linkFor("both@example.org");
    expect((await useLink(client, token)).code).toBe("FORBIDDEN");
    expect((await useLink(client, token)).code).toBe("LINK_EXPIRED");
    expect(await sessionsOf("both@example.org")).toBe(0);
    expect(await test.database.sql("select 1 from admins where email = 'both@example.org'")).toEqual([]);
  });
});

it("keeps an address to one role even against a race in the database", async () => {
  const insert = (table: string) =>
    test.app.database.pool.query(`insert into ${table} (email) values ('race@example.org')`).then(
      () => "created",
      (error: { constraint: string }) => error.constraint,
    );
  const outcomes = await Promise.all([insert("partners"), insert("admins")]);
  expect(outcomes.sort()).toEqual(["address_has_one_role", "created"]);
});
