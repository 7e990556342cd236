import { expect, it } from "vitest";
import { keep, overtakenOf, unchangedOf } from "./kept-selection.ts";

const ROWS = [
  { id: "a", version: 1 },
  { id: "b", version: 4 },
  { id: "c", version: 2 },
];

it("holds what was selected as long as it is what it was", () => {
  const kept = keep(ROWS.slice(0, 2));
  expect(unchangedOf(kept, ROWS).map(({ id }) => id)).toEqual(["a", "b"]);
  expect(overtakenOf(kept, ROWS)).toEqual([]);
});

it("tells apart what somebody has changed since, and forgets what left the screen", () => {
  const kept = keep(ROWS);
  const now = [
    { id: "a", version: 2 },
    { id: "b", version: 4 },
  ];
  expect(unchangedOf(kept, now)).toEqual([{ id: "b", version: 4 }]);
  expect(overtakenOf(kept, now)).toEqual([{ id: "a", version: 2 }]);
});

it("does without versions", () => {
  const items = [{ id: "x" }, { id: "y" }];
  expect(unchangedOf(keep([{ id: "x" }]), items)).toEqual([{ id: "x" }]);
  expect(overtakenOf(keep(items), items)).toEqual([]);
});
