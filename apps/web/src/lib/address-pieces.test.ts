import { expect, it } from "vitest";
import { addressPieces } from "./address-pieces.ts";

it.each([
  ["Look into the mailbox of lea.pay@example.org", "Look into the mailbox of lea.|pay@|example.|org"],
  ["lea@example.org.", "lea@|example.|org."],
  ["a@b.c and d@e.f", "a@|b.|c and d@|e.|f"],
  ["No address. None at all.", "No address. None at all."],
  ["", ""],
])("%s", (text, pieces) => {
  const found = addressPieces(text);
  expect(found.map((piece) => (piece.mayBreak ? "|" : "") + piece.text).join("")).toBe(pieces);
  expect(found.map((piece) => piece.at)).toEqual([...new Set(found.map((piece) => piece.at))]);
});
