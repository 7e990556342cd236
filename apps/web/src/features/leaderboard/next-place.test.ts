import { expect, it } from "vitest";
import { nextPlace } from "./next-place.ts";

const board = (clicks: number[], me?: number) =>
  clicks.map((count, index) => ({ rank: clicks.indexOf(count) + 1, clicks: count, isMe: index === me }));

it.each([
  ["who is first", board([9, 5], 0), { rank: 1, clicks: 9 }, null],
  ["who is second", board([9, 5], 1), { rank: 2, clicks: 5 }, { rank: 1, clicks: 5 }],
  [
    "equals, who pass the one above them all",
    board([9, 7, 7, 3], 2),
    { rank: 2, clicks: 7 },
    { rank: 1, clicks: 3 },
  ],
  ["who shares the first place", board([9, 9], 1), { rank: 1, clicks: 9 }, null],
  ["who is below the board", board([9, 7]), { rank: 3, clicks: 4 }, { rank: 2, clicks: 4 }],
  ["who is as good as the last one shown", board([9, 7]), { rank: 2, clicks: 7 }, { rank: 2, clicks: 1 }],
  ["who is not on the board", board([9, 7]), { rank: null, clicks: 4 }, null],
  ["a board that is older than one's own figures", board([9, 7]), { rank: 3, clicks: 8 }, null],
])("the next place of %s", (_, entries, place, expected) => {
  expect(nextPlace(entries, place)).toEqual(expected);
});
