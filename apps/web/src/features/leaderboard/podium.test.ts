import { expect, it } from "vitest";
import { podiumOf } from "./podium.ts";

const board = (...ranks: number[]) => ranks.map((rank, index) => ({ rank, name: `p${index + 1}` }));

it.each([
  ["three different ranks", [1, 2, 3, 4, 5], ["1: p1", "2: p2", "3: p3"], ["p4", "p5"]],
  ["equals at the top", [1, 1, 3, 4], ["1: p1 p2", "3: p3"], ["p4"]],
  ["equals at the end of it", [1, 2, 3, 3, 3, 6], ["1: p1", "2: p2", "3: p3 p4 p5"], ["p6"]],
  ["a step that is full", [1, 1, 1, 1, 5], ["1: p1 p2 p3"], ["p4", "p5"]],
  ["a single partner", [1], ["1: p1"], []],
  ["nobody", [], [], []],
])("the podium with %s", (_, ranks, steps, rest) => {
  const podium = podiumOf(board(...ranks));
  expect(
    podium.steps.map(({ rank, entries }) => `${rank}: ${entries.map(({ name }) => name).join(" ")}`),
  ).toEqual(steps);
  expect(podium.rest.map(({ name }) => name)).toEqual(rest);
});
