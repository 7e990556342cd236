import { expect, it } from "vitest";
import { effectOf } from "./ledger-effect.ts";

it.each([
  ["clicks", "PROGRAM", "AVAILABLE", "more"],
  ["clicks that repay debt", "PROGRAM", "DEBT", "more"],
  ["a withdrawal asked for", "AVAILABLE", "RESERVED", "less"],
  ["a withdrawal paid", "RESERVED", "PAID_OUT", "none"],
  ["a withdrawal returned", "RESERVED", "AVAILABLE", "more"],
  ["a withdrawal returned into debt", "RESERVED", "DEBT", "more"],
  ["a lapse", "AVAILABLE", "PROGRAM", "less"],
  ["a clawback", "AVAILABLE", "PROGRAM", "less"],
  ["a clawback that becomes debt", "DEBT", "PROGRAM", "less"],
] as const)("%s: %s to %s is %s", (_, debitAccount, creditAccount, effect) => {
  expect(effectOf({ debitAccount, creditAccount })).toBe(effect);
});
