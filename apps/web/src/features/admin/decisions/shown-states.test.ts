import { beforeEach, expect, it } from "vitest";
import { NOTICE_MS, ShownStates } from "./shown-states.ts";

const ASKED = { id: "w1", version: 1, status: "REQUESTED" } as const;
const APPROVED = { id: "w1", version: 2, status: "APPROVED" } as const;
const REJECTED = { id: "w1", version: 2, status: "REJECTED" } as const;

let shown: ShownStates;

beforeEach(() => {
  shown = new ShownStates();
  shown.show([ASKED], 0);
});

it("lets a row be decided that was just loaded", () => {
  expect(shown.isSettled(ASKED, 0)).toBe(true);
});

it("holds a row that somebody else changed until it can have been noticed", () => {
  shown.show([APPROVED], 5000);
  expect(shown.isSettled(APPROVED, 5000 + NOTICE_MS - 1)).toBe(false);
  shown.show([APPROVED], 5000 + NOTICE_MS - 1);
  expect(shown.isSettled(APPROVED, 5000 + NOTICE_MS)).toBe(true);
});

it("holds what is not on screen any more", () => {
  shown.show([APPROVED], 5000);
  expect(shown.isSettled(ASKED, 9000)).toBe(false);
});

it("knows what the admin did, also when it is refused and taken back", () => {
  shown.expect(ASKED, APPROVED);
  shown.show([APPROVED], 5000);
  expect(shown.isSettled(APPROVED, 5000)).toBe(true);
  shown.show([ASKED], 5100);
  expect(shown.isSettled(ASKED, 5100)).toBe(true);
});

it("takes a colleague's decision in the same moment for news all the same", () => {
  shown.expect(ASKED, APPROVED);
  shown.show([APPROVED], 5000);
  shown.show([REJECTED], 5100);
  expect(shown.isSettled(REJECTED, 5200)).toBe(false);
});
