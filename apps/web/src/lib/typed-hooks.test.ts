import { expectTypeOf, it } from "vitest";
import type { useBalanceQuery, useEarningsQuery, useRequestWithdrawalMutation } from "../generated/hooks.ts";

/** Held by the compiler, as every use of a hook is. */
it("asks for variables exactly where the operation has required ones", () => {
  expectTypeOf<[]>().not.toExtend<Parameters<typeof useEarningsQuery>>();
  expectTypeOf<[]>().toExtend<Parameters<typeof useBalanceQuery>>();
  type Send = ReturnType<typeof useRequestWithdrawalMutation>[0];
  expectTypeOf<[]>().not.toExtend<Parameters<Send>>();
});
