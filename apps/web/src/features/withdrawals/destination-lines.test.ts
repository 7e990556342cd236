import { expect, it } from "vitest";
import { destinationLines } from "./destination-lines.ts";

const SAVED = [
  { id: "w1", method: "BANK", destination: "FR76 •••• 0189", lastUsedAt: "2026-03-02T09:00:00Z" },
] as const;

it("shows what is remembered masked, and what was typed in full", () => {
  expect(destinationLines({ destination: { savedId: "w1" } }, SAVED)).toEqual(["FR76 •••• 0189"]);
  expect(destinationLines({ destination: { email: "me@example.org" } }, SAVED)).toEqual(["me@example.org"]);
  const typed = { iban: "FR7630006000011234567890189", holder: "Zoé" };
  expect(destinationLines({ destination: typed }, SAVED)).toEqual([
    "FR76 3000 6000 0112 3456 7890 189",
    "Zoé",
  ]);
});
