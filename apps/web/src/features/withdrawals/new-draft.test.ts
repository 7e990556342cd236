import { expect, it } from "vitest";
import type { WithdrawalTermsQuery } from "../../generated/graphql.ts";
import { newDraft } from "./new-draft.ts";

const BANK = {
  id: "b",
  method: "BANK",
  destination: "FR76 •••• 0189",
  lastUsedAt: "2026-03-02T09:00:00Z",
} as const;
const PAYPAL = {
  id: "p",
  method: "PAYPAL",
  destination: "m•••@example.org",
  lastUsedAt: "2026-03-01T09:00:00Z",
} as const;
const program: WithdrawalTermsQuery["program"] = {
  minimumWithdrawal: "10.00",
  methods: ["PAYPAL", "BANK"],
  epc: "0.20",
};

it("starts with where the last request went", () => {
  const draft = newDraft({ program, savedDestinations: [BANK, PAYPAL] }, null);
  expect(draft).toMatchObject({ amount: "", savedId: "b", method: "BANK" });
});

it("starts empty when nothing is remembered, or the program no longer pays there", () => {
  expect(newDraft({ program, savedDestinations: [] }, null)).toMatchObject({
    savedId: null,
    method: "PAYPAL",
  });
  const terms = { program: { ...program, methods: ["PAYPAL"] as const }, savedDestinations: [BANK] };
  expect(newDraft(terms, null)).toMatchObject({ savedId: null, method: "PAYPAL" });
});

it("says again what a refused request said, also when a newer one stands for its destination", () => {
  const refused = { id: "old", amount: "23.20", method: "PAYPAL", destination: "m•••@example.org" } as const;
  const draft = newDraft({ program, savedDestinations: [BANK, PAYPAL] }, refused);
  expect(draft).toMatchObject({ amount: "23.20", savedId: "p", method: "PAYPAL" });
});
