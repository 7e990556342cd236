import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { TestClient } from "../testing/client.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { createAdmin } from "./create-admin.ts";
import { forgetLinks, ME, mailedToken, requestLink, signedInClient, useLink } from "./sign-in.test-kit.ts";

const SESSIONS = "{ sessions { id device createdAt expiresAt current } }";
const END_SESSION = "mutation ($id: ID!) { endSession(id: $id) }";
const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";

interface Sessions {
  readonly sessions: readonly {
    id: string;
    device: string | null;
    createdAt: string;
    expiresAt: string;
    current: boolean;
  }[];
}

let test: TestApp;

beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());
beforeEach(() => forgetLinks(test));

async function anotherSession(email: string, headers?: Record<string, string>): Promise<TestClient> {
  const client = new TestClient(test.server, headers);
  const mails = test.mails.filter(({ to }) => to === email).length;
  await requestLink(client, email);
  await useLink(client, await mailedToken(test, email, mails + 1));
  return client;
}

const isSignedIn = async (client: TestClient) =>
  (await client.graphql<{ me: object | null }>(ME)).data?.me !== null;

/** A client that goes on sending a cookie, whatever the server answers. */
function withCookieOf(client: TestClient): TestClient {
  const copy = new TestClient(test.server);
  copy.cookie = client.cookie;
  return copy;
}

describe("signing out", () => {
  it("AC-30 ends the session itself, not just the cookie", async () => {
    const { client } = await signedInClient(test, "out@example.org");
    const stolen = withCookieOf(client);
    expect(await isSignedIn(stolen)).toBe(true);
    expect((await client.graphql("mutation { signOut }")).data).toEqual({ signOut: true });
    expect(client.cookie).toBeUndefined();
    expect(await isSignedIn(stolen)).toBe(false);
    expect((await stolen.graphql(SESSIONS)).code).toBe("UNAUTHENTICATED");
  });

  it("leaves the person's other sessions alone, and everybody's", async () => {
    const { client } = await signedInClient(test, "here@example.org");
    const elsewhere = await anotherSession("here@example.org");
    const { client: somebody } = await signedInClient(test, "somebody@example.org");
    await client.graphql("mutation { signOut }");
    expect(await isSignedIn(elsewhere)).toBe(true);
    expect(await isSignedIn(somebody)).toBe(true);
  });

  it("everywhere ends all of the person's sessions and nobody else's", async () => {
    const { client } = await signedInClient(test, "all@example.org");
    const elsewhere = await anotherSession("all@example.org");
    const { client: somebody } = await signedInClient(test, "other@example.org");
    expect((await client.graphql("mutation { signOut(everywhere: true) }")).data).toEqual({ signOut: true });
    expect(await isSignedIn(elsewhere)).toBe(false);
    expect(client.cookie).toBeUndefined();
    expect(await isSignedIn(somebody)).toBe(true);
  });

  it("works for admins too", async () => {
    await createAdmin(test.app, "admin@example.org");
    const { client, viewer } = await signedInClient(test, "admin@example.org");
    expect(viewer.role).toBe("ADMIN");
    const elsewhere = await anotherSession("admin@example.org");
    await client.graphql("mutation { signOut(everywhere: true) }");
    expect(await isSignedIn(elsewhere)).toBe(false);
  });

  it("is no error when nobody is signed in", async () => {
    expect((await new TestClient(test.server).graphql("mutation { signOut }")).data).toEqual({
      signOut: true,
    });
  });
});

describe("a session", () => {
  it("ends by itself, by the database's clock", async () => {
    const { client, viewer } = await signedInClient(test, "week@example.org");
    const [row] = await test.database.sql(
      "select extract(epoch from expires_at - created_at)::int as seconds from sessions where partner_id = $1",
      [viewer.id],
    );
    expect(row).toEqual({ seconds: 7 * 24 * 3_600 });
    await test.database.sql("update sessions set expires_at = now() where partner_id = $1", [viewer.id]);
    test.setNow("2020-01-01T00:00:00Z");
    expect(await isSignedIn(client)).toBe(false);
    test.setNow(new Date());
  });

  it("is not found by anything but its own token", async () => {
    await signedInClient(test, "guess@example.org");
    const [row] = await test.database.sql<{ id: string; hmac: Buffer }>(
      "select id, token_hmac as hmac from sessions order by created_at desc limit 1",
    );
    for (const value of [
      row?.id,
      row?.hmac.toString("base64url"),
      row?.hmac.toString("hex"),
      "",
      "x",
      "%00",
      "é",
    ]) {
      const client = new TestClient(test.server);
      client.cookie = `session=${value}`;
      expect(await isSignedIn(client)).toBe(false);
    }
  });

  it("AC-31 of a suspended partner is refused with the next request", async () => {
    const { client, viewer } = await signedInClient(test, "caught@example.org");
    expect((await client.graphql(SESSIONS)).code).toBeUndefined();
    await test.database.sql("update partners set status = 'suspended' where id = $1", [viewer.id]);
    expect((await client.graphql(SESSIONS)).code).toBe("ACCOUNT_SUSPENDED");
    expect(await isSignedIn(client)).toBe(false);
  });
});

it("cannot be used by another site's page", async () => {
  const { client } = await signedInClient(test, "lured@example.org");
  for (const origin of ["https://evil.example", "null"]) {
    const answer = await test.server.http.inject({
      method: "POST",
      url: "/graphql",
      headers: { origin, cookie: client.cookie ?? "" },
      payload: { query: "mutation { signOut(everywhere: true) }" },
    });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('"code":"FORBIDDEN"');
  }
  expect(await isSignedIn(client)).toBe(true);
});

it("does not begin for a suspended partner, and the link is spent", async () => {
  await test.database.sql("insert into partners (email, status) values ('gone@example.org', 'suspended')");
  const client = new TestClient(test.server);
  await requestLink(client, "gone@example.org");
  const token = await mailedToken(test, "gone@example.org");
  expect((await useLink(client, token)).code).toBe("ACCOUNT_SUSPENDED");
  expect(client.cookie).toBeUndefined();
  await test.database.sql("update partners set status = 'active' where email = 'gone@example.org'");
  expect((await useLink(client, token)).code).toBe("LINK_EXPIRED");
});

describe("the list of sessions", () => {
  it("shows the person's live ones, the asking one first", async () => {
    const { client, viewer } = await signedInClient(test, "list@example.org", { "user-agent": FIREFOX });
    await anotherSession("list@example.org", { "user-agent": "curl/8.5.0" });
    const ended = await anotherSession("list@example.org");
    await ended.graphql("mutation { signOut }");
    await signedInClient(test, "stranger@example.org");

    const { data } = await client.graphql<Sessions>(SESSIONS);
    expect(data?.sessions.map(({ device, current }) => ({ device, current }))).toEqual([
      { device: "Firefox, Windows", current: true },
      { device: null, current: false },
    ]);
    const stored = await test.database.sql<{ id: string }>(
      "select id from sessions where partner_id = $1 and revoked_at is null order by created_at",
      [viewer.id],
    );
    expect(data?.sessions.map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
  });

  it("is what single sessions are ended by", async () => {
    const { client } = await signedInClient(test, "single@example.org");
    const elsewhere = await anotherSession("single@example.org");
    const { data } = await client.graphql<Sessions>(SESSIONS);
    const other = data?.sessions.find(({ current }) => !current);
    expect((await client.graphql(END_SESSION, { id: other?.id })).data).toEqual({ endSession: true });
    expect(await isSignedIn(elsewhere)).toBe(false);
    expect(await isSignedIn(client)).toBe(true);
    expect((await client.graphql(END_SESSION, { id: other?.id })).code).toBe("NOT_FOUND");

    const own = data?.sessions.find(({ current }) => current);
    expect((await client.graphql(END_SESSION, { id: own?.id })).data).toEqual({ endSession: true });
    expect(client.cookie).toBeUndefined();
  });

  it("AC-34 keeps somebody else's sessions out of reach, and says no more of them than of none", async () => {
    const { client: victim } = await signedInClient(test, "victim@example.org");
    const { data } = await victim.graphql<Sessions>(SESSIONS);
    const { client: attacker } = await signedInClient(test, "attacker@example.org");
    const theirs = await attacker.graphql(END_SESSION, { id: data?.sessions[0]?.id });
    expect(theirs.code).toBe("NOT_FOUND");
    expect(await attacker.graphql(END_SESSION, { id: randomUUID() })).toEqual(theirs);
    expect(await attacker.graphql(END_SESSION, { id: "no uuid" })).toEqual(theirs);
    expect(await isSignedIn(victim)).toBe(true);
  });
});

describe("the language", () => {
  it("is the person's from then on, partner or admin", async () => {
    await createAdmin(test.app, "polyglot@example.org");
    for (const email of ["polyglot@example.org", "langue@example.org"]) {
      const { client, viewer } = await signedInClient(test, email);
      const { data } = await client.graphql("mutation { setLocale(locale: FR) { id email role locale } }");
      expect(data).toEqual({ setLocale: { ...viewer, locale: "FR" } });
      expect((await client.graphql(ME)).data).toEqual({ me: { ...viewer, locale: "FR" } });
    }
  });

  it("is nobody's without a session", async () => {
    const { code } = await new TestClient(test.server).graphql("mutation { setLocale(locale: FR) { id } }");
    expect(code).toBe("UNAUTHENTICATED");
  });
});
