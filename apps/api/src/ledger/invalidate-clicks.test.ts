import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordEvents } from "../clicks/record-events.ts";
import { createLink } from "../links/create-link.ts";
import { earn, type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import {
  approve,
  balanceOf,
  differencesIn,
  done,
  pay,
  reject,
  request,
} from "../withdrawals/withdrawal.test-kit.ts";
import { invalidateClicks } from "./invalidate-clicks.ts";

let test: TestApp;
let admin: SignedIn;
beforeAll(async () => {
  test = await createTestApp();
  admin = await signedInAdmin(test);
});
afterAll(() => test.close());

async function partnerWith(...euros: string[]) {
  const partner = await signedInPartner(test);
  for (const amount of euros) await earn(test, partner.id, amount);
  const events = await test.database.sql<{ id: string }>(
    "select id from metric_events where partner_id = $1 order by id",
    [partner.id],
  );
  return { partner, eventIds: events.map(({ id }) => id) };
}

function invalidate(eventIds: readonly string[], reason = "Clicked by a script") {
  return invalidateClicks(test.app, { eventIds, reason, adminId: admin.id });
}

describe("AC-09 clicks that are found invalid", () => {
  it("give back what they earned, out of what is available", async () => {
    const { partner, eventIds } = await partnerWith("10.00", "5.00", "2.00");
    expect(await invalidate(eventIds.slice(0, 2))).toBe(partner.id);
    expect(await balanceOf(partner)).toMatchObject({
      available: "2.00",
      debt: "0.00",
      earned: "2.00",
      clicks: 1,
    });
    const entries = await test.database.sql(
      "select kind, amount, reason, admin_id from ledger_entries where partner_id = $1 and kind = 'clawback'",
      [partner.id],
    );
    expect(entries).toEqual([
      { kind: "clawback", amount: "15000000", reason: "Clicked by a script", admin_id: admin.id },
    ]);
    const { data } = await partner.client.graphql("{ earnings(days: 1) { clicks earned } }");
    expect(data).toEqual({ earnings: [{ clicks: 1, earned: "2.00" }] });
  });

  it("leave debt when the money is gone, which later earnings repay, and nothing goes below zero", async () => {
    const { partner, eventIds } = await partnerWith("30.00");
    done(await pay(admin, done(await approve(admin, done(await request(partner, "25.00"))))));
    await invalidate(eventIds);
    expect(await balanceOf(partner)).toMatchObject({
      available: "0.00",
      debt: "25.00",
      paid: "25.00",
      earned: "0.00",
    });
    await earn(test, partner.id, "10.00");
    expect(await balanceOf(partner)).toMatchObject({ available: "0.00", debt: "15.00" });
    await earn(test, partner.id, "20.00");
    expect(await balanceOf(partner)).toMatchObject({ available: "5.00", debt: "0.00", earned: "30.00" });
    expect(await differencesIn(test)).toEqual([]);
  });

  it("are repaid from a rejected withdrawal first", async () => {
    const { partner, eventIds } = await partnerWith("30.00");
    const asked = done(await request(partner, "30.00"));
    await invalidate(eventIds);
    expect(await balanceOf(partner)).toMatchObject({ available: "0.00", pending: "30.00", debt: "30.00" });
    await earn(test, partner.id, "12.00");
    done(await reject(admin, asked));
    expect(await balanceOf(partner)).toMatchObject({ available: "12.00", pending: "0.00", debt: "0.00" });
    expect(await differencesIn(test)).toEqual([]);
  });

  it("stay as they are the second time, in parallel too", async () => {
    const { partner, eventIds } = await partnerWith("10.00", "5.00");
    await Promise.all(Array.from({ length: 8 }, () => invalidate(eventIds.slice(0, 1))));
    await invalidate(eventIds.slice(0, 1));
    expect(await balanceOf(partner)).toMatchObject({ available: "5.00", debt: "0.00" });
  });

  it("are taken off their link's counters and off the day's totals", async () => {
    const partner = await signedInPartner(test);
    const link = await createLink(test.app, partner.id, { destination: "https://example.org/" });
    const click = (visitor: string) => ({
      kind: "click" as const,
      partnerId: partner.id,
      linkId: link.id,
      visitor,
      occurredAt: new Date(),
    });
    await recordEvents(test.app, [click("one"), click("two"), click("three")]);
    const [event] = await test.database.sql<{ id: string }>(
      "select id from metric_events where link_id = $1 limit 1",
      [link.id],
    );
    await invalidate([event?.id ?? ""]);
    const counters = await test.database.sql("select clicks, earned from links where id = $1", [link.id]);
    expect(counters).toEqual([{ clicks: "2", earned: "400000" }]);
    const days = await test.database.sql(
      "select verdict, events, earned from partner_days where partner_id = $1 order by verdict",
      [partner.id],
    );
    expect(days).toEqual([
      { verdict: "counted", events: "2", earned: "400000" },
      { verdict: "invalidated", events: "1", earned: "200000" },
    ]);
    expect(await differencesIn(test)).toEqual([]);
  });

  it("do not touch what has lapsed", async () => {
    const someone = await signedInPartner(test);
    await earn(test, someone.id, "50.00", "2026-01-01");
    await earn(test, someone.id, "8.00");
    const [fresh] = await test.database.sql<{ id: string }>(
      "select id from metric_events where partner_id = $1 order by id desc limit 1",
      [someone.id],
    );
    await invalidate([fresh?.id ?? ""]);
    expect(await balanceOf(someone)).toMatchObject({ available: "0.00", debt: "0.00" });
    expect(await differencesIn(test)).toEqual([]);
  });
});

describe("invalidating is refused", () => {
  it("for clicks of several partners", async () => {
    const [one, other] = [await partnerWith("1.00"), await partnerWith("1.00")];
    await expect(invalidate([...one.eventIds, ...other.eventIds])).rejects.toMatchObject({
      code: "BAD_USER_INPUT",
    });
    expect(await balanceOf(one.partner)).toMatchObject({ available: "1.00" });
  });

  it("for clicks that never counted", async () => {
    const partner = await signedInPartner(test);
    const bot = {
      kind: "click" as const,
      partnerId: partner.id,
      visitor: "v",
      occurredAt: new Date(),
      bot: true,
    };
    await recordEvents(test.app, [bot]);
    const [event] = await test.database.sql<{ id: string }>(
      "select id from metric_events where partner_id = $1",
      [partner.id],
    );
    await expect(invalidate([event?.id ?? ""])).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
  });

  it.each(["999999999", "0", "-1", "abc", "99999999999999999999", ""])(
    "for an event that does not exist: %j",
    async (id) => {
      const { eventIds } = await partnerWith("1.00");
      await expect(invalidate([...eventIds, id])).rejects.toMatchObject({
        code: "NOT_FOUND",
        details: { what: "Event" },
      });
    },
  );

  it("without events, with more than a hundred, and without a reason", async () => {
    const { eventIds } = await partnerWith("1.00");
    await expect(invalidate([])).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
    const many = Array.from({ length: 101 }, (_, n) => String(n + 1));
    await expect(invalidate(many)).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
    await expect(invalidate(eventIds, " ")).rejects.toMatchObject({
      code: "BAD_USER_INPUT",
      details: { field: "reason" },
    });
  });
});
