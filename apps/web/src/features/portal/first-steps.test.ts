import { expect, it } from "vitest";
import { firstSteps } from "./first-steps.ts";

it.each([
  [0, false, false, "now later later"],
  [1, false, false, "done now later"],
  [1, true, false, "done done now"],
  [1, true, true, "done done done"],
  [1, false, true, "done done done"],
] as const)("with %s links, followed %s, counted %s: %s", (links, followed, counted, steps) => {
  const { make, share, click } = firstSteps({ links, followed, counted });
  expect([make, share, click].join(" ")).toBe(steps);
});
