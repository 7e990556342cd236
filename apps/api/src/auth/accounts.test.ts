import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { createAdmin } from "./create-admin.ts";
import { createApiKey } from "./create-api-key.ts";
import { findApiKey } from "./find-api-key.ts";
import { forgetSpentSignIns } from "./forget-spent-sign-ins.ts";

let test: TestApp;

beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

describe("creating an admin", () => {
  it("is safe to repeat, also at once and in other letters", async () => {
    for (let round = 0; round < 10; round += 1) {
      const admins = await Promise.all(
        ["boss", "Boss", "BOSS", "boss", "bosS", "boss"].map((name) =>
          createAdmin(test.app, `${name}${round}@Example.org`),
        ),
      );
      expect(new Set(admins.map(({ id }) => id)).size).toBe(1);
      expect(admins[0]?.email).toBe(`boss${round}@example.org`);
    }
    expect(await test.database.sql("select count(*)::int as n from admins")).toEqual([{ n: 10 }]);
  });

  it("refuses a partner's address and says why", async () => {
    await test.database.sql("insert into partners (email) values ('earner@example.org')");
    await expect(createAdmin(test.app, "earner@example.org")).rejects.toMatchObject({
      code: "BAD_USER_INPUT",
      message: expect.stringContaining("belongs to a partner"),
    });
    expect(await test.database.sql("select 1 from admins where email = 'earner@example.org'")).toEqual([]);
  });

  it("refuses what is no address", async () => {
    await expect(createAdmin(test.app, "nobody")).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
  });
});

describe("API keys", () => {
  it("are found by the key alone, until they are revoked", async () => {
    const { key } = await createApiKey(test.app, " ContentFlow production ");
    expect(key).toMatch(/^cf_[\w-]{43}$/);
    const found = await findApiKey(test.app, key);
    expect(found).toEqual({ id: expect.any(String), name: "ContentFlow production" });
    for (const wrong of [
      "",
      "cf_",
      key.slice(0, -1),
      key.slice(3),
      `${key}x`,
      key.toUpperCase(),
      found?.id ?? "",
    ]) {
      expect(await findApiKey(test.app, wrong)).toBeNull();
    }
    await test.database.sql("update api_keys set revoked_at = now()");
    expect(await findApiKey(test.app, key)).toBeNull();
  });

  it("have a name each", async () => {
    await createApiKey(test.app, "once");
    await expect(createApiKey(test.app, "once")).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(createApiKey(test.app, "  ")).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
    await expect(createApiKey(test.app, "x".repeat(101))).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
  });
});

it("forgets what is long over, and nothing that still counts", async () => {
  await test.database.sql(
    `insert into magic_links (email, network, token_hmac, locale, expires_at)
     select 'a@x.test', '-', sha256(age::bytea), 'en', now() - age::interval
     from unnest(array['-10 minutes', '23 hours', '25 hours', '40 days']) as age`,
  );
  const [partner] = await test.database.sql<{ id: string }>(
    "insert into partners (email) values ('old@example.org') returning id",
  );
  await test.database.sql(
    `insert into sessions (partner_id, token_hmac, device, expires_at, revoked_at)
     select $1, sha256(device::bytea), device, now() + expires::interval, now() + revoked::interval
     from (values ('live', '7 days', null), ('ended lately', '7 days', '-29 days'), ('expired lately', '-29 days', null),
       ('ended', '-29 days', '-31 days'), ('expired', '-31 days', null)) as s (device, expires, revoked)`,
    [partner?.id],
  );
  expect(await forgetSpentSignIns(test.app)).toEqual({ magicLinks: 2, sessions: 2 });
  expect(await test.database.sql("select device from sessions order by device")).toEqual([
    { device: "ended lately" },
    { device: "expired lately" },
    { device: "live" },
  ]);
  expect(await test.database.sql("select count(*)::int as n from magic_links")).toEqual([{ n: 2 }]);
});
