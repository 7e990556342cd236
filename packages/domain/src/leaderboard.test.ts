import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  LEADERBOARD_PERIODS,
  LEADERBOARD_SIZE,
  maskEmail,
  maskIban,
  maskName,
  periodDays,
  rank,
  topRanked,
} from "./leaderboard.ts";

const entries = fc
  .array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 })
  .map((clicks) => clicks.map((n, index) => ({ id: index, clicks: n })));

describe("rank", () => {
  it("gives equals one rank and skips the next", () => {
    const ranked = rank([{ clicks: 5 }, { clicks: 9 }, { clicks: 7 }, { clicks: 7 }, { clicks: 5 }]);
    expect(ranked.map(({ clicks, rank: place }) => [place, clicks])).toEqual([
      [1, 9],
      [2, 7],
      [2, 7],
      [4, 5],
      [4, 5],
    ]);
    expect(rank([])).toEqual([]);
  });

  it("is one more than the number of entries with more clicks; equals keep their order; nothing gets lost", () => {
    fc.assert(
      fc.property(entries, (given) => {
        const ranked = rank(given);
        expect(ranked.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(given.map(({ id }) => id));
        for (const [index, entry] of ranked.entries()) {
          expect(entry.rank).toBe(1 + given.filter(({ clicks }) => clicks > entry.clicks).length);
          const next = ranked[index + 1];
          if (!next) continue;
          expect(next.clicks <= entry.clicks).toBe(true);
          if (next.clicks === entry.clicks) expect(next.id).toBeGreaterThan(entry.id);
        }
      }),
    );
  });

  it("leaves what it was given as it was", () => {
    const given = Object.freeze([Object.freeze({ clicks: 1 }), Object.freeze({ clicks: 2 })]);
    expect(rank(given)[0]).toEqual({ clicks: 2, rank: 1 });
    expect(given).toEqual([{ clicks: 1 }, { clicks: 2 }]);
  });

  it("cuts the board at 20 entries, through a tie if need be", () => {
    const many = Array.from({ length: 25 }, (_, id) => ({ id, clicks: id < 18 ? 100 - id : 3 }));
    const board = topRanked(many);
    expect(board).toHaveLength(LEADERBOARD_SIZE);
    expect(board.slice(17).map(({ id, rank: place }) => [id, place])).toEqual([
      [17, 18],
      [18, 19],
      [19, 19],
    ]);
  });
});

describe("periods", () => {
  it("span as many days as they say", () => {
    expect(LEADERBOARD_PERIODS.map(periodDays)).toEqual([7, 30, 90, null]);
  });
});

describe("masks", () => {
  it.each([
    ["marie@example.org", "m•••@example.org", "m•••@e•••"],
    ["a@b.fr", "a•••@b.fr", "a•••@b•••"],
    ["😀x@example.org", "😀•••@example.org", "😀•••@e•••"],
    ["e\u0301lodie@example.org", "e\u0301•••@example.org", "e\u0301•••@e•••"],
    ["no-address", "n•••", "n•••"],
    ["", "•••", "•••"],
  ])("of %s", (email, forOwner, forPublic) => {
    expect(maskEmail(email)).toBe(forOwner);
    expect(maskName(email)).toBe(forPublic);
  });

  it("leave the public two characters and nothing to join on: neighbours look alike", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."abcdefghij"), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(letters, letters, letters, letters, (a, b, c, d) => {
        expect(maskName(`x${a}@y${b}.org`)).toBe(maskName(`x${c}@y${d}.com`));
        expect(maskEmail(`x${a}@y${b}.org`)).toBe(maskEmail(`x${c}@y${b}.org`));
      }),
    );
  });

  it.each([
    ["FR7612345678901234560189", "FR76 •••• 0189"],
    ["fr76 1234 5678 9012 3456 0189", "FR76 •••• 0189"],
    ["NO9386011117947", "NO93 •••• 7947"],
    ["FR761234", "••••"],
    ["", "••••"],
  ])("of the account %s", (iban, masked) => {
    expect(maskIban(iban)).toBe(masked);
  });
});
