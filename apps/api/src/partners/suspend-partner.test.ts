import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createAdmin } from "../auth/create-admin.ts";
import {
  forgetLinks,
  ME,
  mailedToken,
  requestLink,
  signedInClient,
  useLink,
} from "../auth/sign-in.test-kit.ts";
import { TestClient } from "../testing/client.ts";
import { earn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { changesNothing } from "../testing/unchanged.ts";
import { request } from "../withdrawals/withdrawal.test-kit.ts";
import { reactivatePartner } from "./reactivate-partner.ts";
import { suspendPartner } from "./suspend-partner.ts";

let test: TestApp;
let adminId: string;

beforeAll(async () => {
  test = await createTestApp();
  adminId = (await createAdmin(test.app, "admin@example.org")).id;
});
afterAll(() => test.close());
beforeEach(() => forgetLinks(test));

const reason = "Bought clicks";

it("suspends: sessions end at once and signing in is refused, until the partner is reactivated", async () => {
  const { client, viewer } = await signedInClient(test, "fraud@example.org");
  const change = { partnerId: viewer.id, adminId, reason };
  expect(await suspendPartner(test.app, change)).toMatchObject({ id: viewer.id, status: "suspended" });
  expect((await client.graphql("{ sessions { id } }")).code).toBe("UNAUTHENTICATED");

  await requestLink(client, "fraud@example.org");
  expect((await useLink(client, await mailedToken(test, "fraud@example.org", 2))).code).toBe(
    "ACCOUNT_SUSPENDED",
  );

  await reactivatePartner(test.app, { ...change, reason: "A mistake" });
  expect((await client.graphql(ME)).data).toEqual({ me: null });
  await requestLink(client, "fraud@example.org");
  await useLink(client, await mailedToken(test, "fraud@example.org", 3));
  expect((await client.graphql(ME)).data).toEqual({ me: viewer });

  const history = await test.database.sql(
    "select status, reason, admin_id from partner_status_changes where partner_id = $1 order by id",
    [viewer.id],
  );
  expect(history).toEqual([
    { status: "suspended", reason, admin_id: adminId },
    { status: "active", reason: "A mistake", admin_id: adminId },
  ]);
});

it("AC-31 ends what somebody is in the middle of: whatever they ask for next is refused and changes nothing", async () => {
  const admin = await signedInAdmin(test);
  const partner = await signedInPartner(test);
  await earn(test, partner.id, "50.00");
  const elsewhere = { ...partner, client: new TestClient(test.server) };
  elsewhere.client.cookie = partner.client.cookie;
  expect((await partner.client.graphql("{ balance { available } }")).code).toBeUndefined();

  const suspend = 'mutation ($id: ID!) { suspendPartner(id: $id, reason: "Bought clicks") { status } }';
  expect((await admin.client.graphql(suspend, { id: partner.id })).data).toEqual({
    suspendPartner: { status: "SUSPENDED" },
  });
  await changesNothing(test, async () => {
    expect((await request(elsewhere, "20.00")).code).toBe("UNAUTHENTICATED");
    for (const query of [
      "{ balance { available } }",
      'mutation { createLink(input: { destination: "https://example.org/" }) { id } }',
      "mutation { setLocale(locale: FR) { id } }",
    ]) {
      expect((await elsewhere.client.graphql(query)).code).toBe("UNAUTHENTICATED");
    }
    const cookie = elsewhere.client.cookie ?? "";
    expect(cookie).toMatch(/^session=/);
    const download = await test.server.http.inject({ url: "/partner/export.json", headers: { cookie } });
    expect(download.statusCode).toBe(401);
  });
});

it("changes a status once, however often it is asked for at once", async () => {
  const { viewer } = await signedInClient(test, "once@example.org");
  const change = { partnerId: viewer.id, adminId, reason };
  await expect(reactivatePartner(test.app, change)).rejects.toMatchObject({ code: "CONFLICT" });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, () => suspendPartner(test.app, change)),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "CONFLICT" });
  }
  expect(
    await test.database.sql("select 1 from partner_status_changes where partner_id = $1", [viewer.id]),
  ).toHaveLength(1);
});

it("leaves no session behind when somebody signs in meanwhile", async () => {
  for (let round = 0; round < 5; round += 1) {
    const email = `race${round}@example.org`;
    const { client, viewer } = await signedInClient(test, email);
    await requestLink(client, email);
    const token = await mailedToken(test, email, 2);
    await Promise.all([
      useLink(client, token),
      suspendPartner(test.app, { partnerId: viewer.id, adminId, reason }),
    ]);
    const live = "select 1 from sessions where partner_id = $1 and revoked_at is null";
    expect(await test.database.sql(live, [viewer.id])).toEqual([]);
  }
});

it("refuses a partner that does not exist, and reasons that say nothing", async () => {
  const { viewer } = await signedInClient(test, "reasons@example.org");
  for (const partnerId of [randomUUID(), "no uuid", adminId]) {
    await expect(suspendPartner(test.app, { partnerId, adminId, reason })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  }
  for (const empty of ["", "  ", "x".repeat(501), "a\u0000b"]) {
    const change = { partnerId: viewer.id, adminId, reason: empty };
    await expect(suspendPartner(test.app, change)).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
  }
  expect(await test.database.sql("select status from partners where id = $1", [viewer.id])).toEqual([
    { status: "active" },
  ]);
});
