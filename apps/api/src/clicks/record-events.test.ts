import { randomUUID } from "node:crypto";
import { parseEuros } from "@contentflow/domain/money";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addLink, clickOn } from "./clicks.test-kit.ts";
import { emptyBooks } from "./record-events.test-kit.ts";
import { recordEvents } from "./record-events.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const books = emptyBooks();
const { verdicts, balanceOf, events } = books;

const at = (time: string, offset = 0) => new Date(Date.parse(time) + offset);

describe("one batch", () => {
  it("gets a verdict per event, in order, and pays only what counted", async () => {
    const link = await addLink(books.test.database);
    const other = await addLink(books.test.database);
    const gone = await addLink(books.test.database);
    await books.test.database.sql("update partners set status = 'suspended' where id = $1", [gone.partnerId]);
    const { linkId: _, ...noLink } = clickOn(link);
    const stranger = { partnerId: randomUUID(), linkId: undefined };
    expect(
      await verdicts([
        clickOn(link, { visitor: "a" }),
        clickOn(link, { visitor: "a" }),
        clickOn(link, { bot: true }),
        clickOn(link, { prefetch: true }),
        clickOn(link, { selfClick: true }),
        clickOn(gone),
        { ...noLink, partnerId: stranger.partnerId },
        { ...noLink, partnerId: "not-a-uuid" },
        { ...noLink, linkCode: "no-such-code" },
        { ...noLink, linkCode: other.code },
        { ...noLink, linkCode: link.code, visitor: "by-code" },
        { ...noLink, visitor: "without-link" },
        clickOn(link, { kind: "view", visitor: "a" }),
        clickOn(link, { kind: "conversion", visitor: "a", value: "12.50" }),
      ]),
    ).toEqual([
      "counted",
      "duplicate",
      "bot",
      "prefetch",
      "self_click",
      "suspended",
      "unknown_partner",
      "unknown_partner",
      "unknown_link",
      "unknown_link",
      "counted",
      "counted",
      "counted",
      "counted",
    ]);
    expect(await balanceOf(link.partnerId)).toEqual({ available: "600000", debt: "0", earned: "600000" });
    const [counter] = await books.test.database.sql("select clicks, earned from links where id = $1", [
      link.linkId,
    ]);
    expect(counter).toEqual({ clicks: "2", earned: "400000" });
  });

  it("freezes the rate on every click of a known partner, and on nothing else", async () => {
    const link = await addLink(books.test.database, { epc: 3_500 });
    await recordEvents(books.test.app, [
      clickOn(link),
      clickOn(link, { bot: true }),
      clickOn(link, { kind: "view" }),
      clickOn(link, { linkId: randomUUID() }),
      clickOn(link, { partnerId: randomUUID() }),
    ]);
    expect(await events("verdict, epc, partner_id is null as nobody")).toEqual([
      { verdict: "counted", epc: "3500", nobody: false },
      { verdict: "bot", epc: "3500", nobody: false },
      { verdict: "counted", epc: "0", nobody: false },
      { verdict: "unknown_link", epc: "200000", nobody: false },
      { verdict: "unknown_partner", epc: "0", nobody: true },
    ]);
    expect(await balanceOf(link.partnerId)).toMatchObject({ available: "3500" });
  });

  it("stores what was said, also when it looks like syntax", async () => {
    const link = await addLink(books.test.database);
    const visitor = `{"a',\\b}`;
    const said = { visitor, platform: `'; drop table links; --"`, postId: "\\u0000 {é}", value: "12.50" };
    await recordEvents(books.test.app, [clickOn(link, { ...said, referrerHost: "example.org" })]);
    expect(await events("visitor, platform, post_id, value, referrer_host")).toEqual([
      {
        visitor,
        platform: said.platform,
        post_id: said.postId,
        value: "12.50",
        referrer_host: "example.org",
      },
    ]);
    expect(await verdicts([clickOn(link, { visitor })])).toEqual(["duplicate"]);
  });

  it("stores with each event what was said of it, and nothing where nothing was", async () => {
    const text = fc.string({ unit: fc.constantFrom(...`{}",\\' NULé`), minLength: 1, maxLength: 6 });
    const said = fc.option(text, { nil: null });
    const saying = fc.record({ visitor: text, platform: said, post_id: said, value: said });
    await fc.assert(
      fc.asyncProperty(fc.array(saying, { minLength: 1, maxLength: 20 }), async (batch) => {
        const link = await addLink(books.test.database);
        await recordEvents(
          books.test.app,
          batch.map(({ post_id: postId, ...rest }) => clickOn(link, { ...rest, postId })),
        );
        const stored = await books.test.database.sql(
          "select visitor, platform, post_id, value from metric_events where link_id = $1 order by id",
          [link.linkId],
        );
        expect(stored).toEqual(batch);
      }),
      { numRuns: 30 },
    );
  });
});

describe("24 hours", () => {
  it("AC-23 hold across midnight, and end to the millisecond", async () => {
    const link = await addLink(books.test.database);
    const midnight = "2026-05-11T00:00:00Z";
    const click = (offset: number) => clickOn(link, { visitor: "v", occurredAt: at(midnight, offset) });
    books.test.setNow(at(midnight, -1_000));
    expect(await verdicts([click(-1_000)])).toEqual(["counted"]);
    books.test.setNow(at(midnight, 1_000));
    expect(await verdicts([click(1_000)])).toEqual(["duplicate"]);
    books.test.setNow(at(midnight, 24 * HOUR));
    expect(await verdicts([click(24 * HOUR - 1_001)])).toEqual(["duplicate"]);
    expect(await verdicts([click(24 * HOUR - 1_000)])).toEqual(["counted"]);
    expect(await events("booked_on::text")).toEqual(
      ["2026-05-10", "2026-05-11", "2026-05-12", "2026-05-12"].map((booked_on) => ({ booked_on })),
    );
  });

  it("know a visitor under yesterday's key", async () => {
    const link = await addLink(books.test.database);
    const before = clickOn(link, { visitor: "old" });
    expect(await verdicts([before])).toEqual(["counted"]);
    expect(await verdicts([{ ...before, visitor: "new", formerVisitor: "old" }])).toEqual(["duplicate"]);
    expect(await verdicts([{ ...before, visitor: "new", formerVisitor: "stranger" }])).toEqual(["counted"]);
  });

  it("see an earlier click that arrived much later, out of a spool", async () => {
    const link = await addLink(books.test.database);
    const occurredAt = at("2026-05-01T12:00:00Z");
    books.test.setNow("2026-06-10T12:00:00Z");
    expect(await verdicts([clickOn(link, { visitor: "v", occurredAt })])).toEqual(["counted"]);
    books.test.setNow("2026-06-11T12:00:00Z");
    expect(await verdicts([clickOn(link, { visitor: "v", occurredAt })])).toEqual(["duplicate"]);
  });

  it("are those of an event that comes a week late, too", async () => {
    const link = await addLink(books.test.database);
    const occurredAt = at("2026-05-01T12:00:00Z");
    books.test.setNow("2026-05-01T12:00:00Z");
    expect(await verdicts([clickOn(link, { visitor: "v", occurredAt })])).toEqual(["counted"]);
    books.test.setNow("2026-05-08T12:00:00Z");
    const late = (offset: number) =>
      clickOn(link, { visitor: "v", occurredAt: new Date(occurredAt.getTime() + offset) });
    expect(await verdicts([late(HOUR), late(-HOUR), late(24 * HOUR)])).toEqual([
      "duplicate",
      "duplicate",
      "counted",
    ]);
  });
});

describe("velocity", () => {
  it("counts three clicks in ten minutes by one visitor on one partner, over batches and links", async () => {
    const first = await addLink(books.test.database);
    const links = [first];
    for (let i = 0; i < 4; i += 1)
      links.push(await addLink(books.test.database, { partnerId: first.partnerId }));
    const start = Date.now() - 20 * MINUTE;
    const clicks = links.map((link, i) =>
      clickOn(link, { visitor: "v", occurredAt: new Date(start + i * MINUTE) }),
    );
    expect(await verdicts(clicks.slice(0, 2))).toEqual(["counted", "counted"]);
    expect(await verdicts(clicks.slice(2, 4))).toEqual(["counted", "velocity"]);
    expect(
      await verdicts([{ ...(clicks[4] ?? clickOn(first)), occurredAt: new Date(start + 10 * MINUTE) }]),
    ).toEqual(["counted"]);
    const stranger = await addLink(books.test.database);
    expect(await verdicts([clickOn(stranger, { visitor: "v", occurredAt: new Date(start) })])).toEqual([
      "counted",
    ]);
  });
});

describe("rates", () => {
  it("that change leave the past alone", async () => {
    const link = await addLink(books.test.database);
    await recordEvents(books.test.app, [clickOn(link)]);
    const dearer = { ...books.test.app, terms: { ...books.test.app.terms, epc: parseEuros("0.30") } };
    await recordEvents(dearer, [clickOn(link)]);
    expect(await events("epc")).toEqual([{ epc: "200000" }, { epc: "300000" }]);
    expect(await balanceOf(link.partnerId)).toMatchObject({ available: "500000" });
  });

  it("of zero count clicks and book no money", async () => {
    const link = await addLink(books.test.database, { epc: 0 });
    expect(await verdicts([clickOn(link)])).toEqual(["counted"]);
    expect(await balanceOf(link.partnerId)).toMatchObject({ available: "0" });
  });
});

describe("debt", () => {
  it("is repaid before anything becomes available, the oldest day first", async () => {
    const link = await addLink(books.test.database);
    const [admin] = await books.test.database.sql<{ id: string }>(
      "insert into admins (email) values ('a@example.org') returning id",
    );
    await books.test.database.sql(
      `insert into ledger_entries (partner_id, kind, debit_account, credit_account, amount, booked_on, reason, admin_id)
       values ($1, 'clawback', 'debt', 'program', 500000, current_date, 'invalid clicks', $2)`,
      [link.partnerId, admin?.id],
    );
    books.test.setNow("2026-05-05T12:00:00Z");
    const days = [
      "2026-05-01T12:00:00Z",
      "2026-05-02T12:00:00Z",
      "2026-05-03T12:00:00Z",
      "2026-05-04T12:00:00Z",
    ];
    await recordEvents(
      books.test.app,
      days.map((day) => clickOn(link, { occurredAt: at(day) })),
      { bookOn: "occurrence" },
    );
    books.test.setNow(new Date());
    expect(await balanceOf(link.partnerId)).toMatchObject({ available: "300000", debt: "0" });
    const entries = await books.test.database.sql(
      `select booked_on::text as day, credit_account as account, amount from ledger_entries
       where kind = 'accrual' order by booked_on, credit_account`,
    );
    expect(entries).toEqual([
      { day: "2026-05-01", account: "debt", amount: "200000" },
      { day: "2026-05-02", account: "debt", amount: "200000" },
      { day: "2026-05-03", account: "available", amount: "100000" },
      { day: "2026-05-03", account: "debt", amount: "100000" },
      { day: "2026-05-04", account: "available", amount: "200000" },
    ]);
  });
});

describe("moving in", () => {
  it("books events on the day they occurred, however long ago", async () => {
    const link = await addLink(books.test.database);
    const old = clickOn(link, { id: "old", visitor: "v", occurredAt: at("2019-03-01T10:00:00Z") });
    expect(await verdicts([old], { bookOn: "occurrence", keepReceipts: true })).toEqual(["counted"]);
    expect(await verdicts([{ ...old, id: "other" }], { bookOn: "occurrence" })).toEqual(["duplicate"]);
    expect(await events("booked_on::text")).toEqual([
      { booked_on: "2019-03-01" },
      { booked_on: "2019-03-01" },
    ]);
    const receipts = await books.test.database.sql(
      "select recorded_on = 'infinity' as kept from event_receipts order by 1",
    );
    expect(receipts).toEqual([{ kept: false }, { kept: true }]);
  });
});

describe("earnings that arrive when they have already lapsed", () => {
  const LONG_AGO = "2026-01-10T12:00:00Z";
  const TODAY = "2026-08-01T12:00:00Z";

  it.each([
    ["before", [LONG_AGO, TODAY]],
    ["after", [TODAY, LONG_AGO]],
  ])("pay nothing, whether they arrive %s newer ones", async (_order, days) => {
    books.test.setNow(TODAY);
    const link = await addLink(books.test.database);
    for (const day of days) {
      await recordEvents(books.test.app, [clickOn(link, { occurredAt: at(day) })], { bookOn: "occurrence" });
    }
    expect(await balanceOf(link.partnerId)).toMatchObject({ available: "200000", earned: "400000" });
  });
});
