import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addLink, clickOn, type TestLink } from "./clicks.test-kit.ts";
import { emptyBooks } from "./record-events.test-kit.ts";

const books = emptyBooks();
const { verdicts, balanceOf, events } = books;

describe("an id", () => {
  it("AC-18 is recorded once: in one batch, again, and with other content", async () => {
    const link = await addLink(books.test.database);
    const event = clickOn(link, { id: "event-1" });
    expect(await verdicts([event, event])).toEqual(["counted", "replayed"]);
    expect(
      await verdicts([event, clickOn(link, { id: "event-1" }), clickOn(link, { id: "event-2" })]),
    ).toEqual(["replayed", "replayed", "counted"]);
    expect(await events("id")).toHaveLength(2);
  });

  it("AC-15 sent fifty times at once is counted once", async () => {
    const link = await addLink(books.test.database);
    const event = clickOn(link, { id: "event-1" });
    const all = await Promise.all(Array.from({ length: 50 }, () => verdicts([event])));
    expect(all.flat().toSorted()).toEqual(["counted", ...Array.from({ length: 49 }, () => "replayed")]);
    expect(await balanceOf(link.partnerId)).toMatchObject({ available: "200000" });
  });

  it("of a batch keeps all of it from being recorded again, ids or not", async () => {
    const link = await addLink(books.test.database);
    const receipt = randomUUID();
    const batch = [clickOn(link), clickOn(link, { id: "event-1" })];
    expect(await verdicts(batch, { receipt })).toEqual(["counted", "counted"]);
    expect(await verdicts([...batch, clickOn(link, { id: "event-2" })], { receipt })).toEqual([
      "replayed",
      "replayed",
      "replayed",
    ]);
    // What a refused batch brought along is not remembered either.
    expect(await verdicts([clickOn(link, { id: "event-2" })])).toEqual(["counted"]);
  });
});

describe("at the same time", () => {
  it("AC-15 fifty clicks of one visitor without any id count once", async () => {
    const link = await addLink(books.test.database);
    const click = clickOn(link, { visitor: "v" });
    const all = await Promise.all(Array.from({ length: 50 }, () => verdicts([click])));
    expect(all.flat().toSorted()).toEqual(["counted", ...Array.from({ length: 49 }, () => "duplicate")]);
    expect(await balanceOf(link.partnerId)).toMatchObject({ available: "200000" });
  });

  it("batches over the same partners and ids in any order neither fail nor count anything twice", async () => {
    const links: TestLink[] = [];
    for (let i = 0; i < 8; i += 1) links.push(await addLink(books.test.database));
    const clicks = links.flatMap((link) => [clickOn(link), clickOn(link), clickOn(link)]);
    const withIds = clicks.map((click, i) => ({ ...click, id: `event-${i}` }));
    const rounds = Array.from({ length: 30 }, (_, i) => {
      const batch = [
        ...withIds.slice(i % 24),
        ...withIds.slice(0, i % 24),
        clickOn(links[0] ?? never(), { bot: true }),
      ];
      return verdicts(i % 2 === 0 ? batch : batch.toReversed());
    });
    const all = (await Promise.all(rounds)).flat();
    expect(all.filter((verdict) => verdict === "counted")).toHaveLength(24);
    expect(all.filter((verdict) => verdict === "bot")).toHaveLength(30);
  });
});

function never(): never {
  throw new Error("unreachable");
}
