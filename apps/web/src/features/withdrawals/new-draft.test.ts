import { expect, it } from "vitest";
import type { WithdrawalTermsQuery } from "../../generated/graphql.ts";
import { newDraft, refusedDestination } from "./new-draft.ts";

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
const ITEM = {
  id: "newest",
  amount: "12.00",
  requestedAt: "2026-03-02T09:00:00Z",
  decidedAt: null,
  paidAt: null,
  reason: null,
  reference: null,
  events: [],
};
const program: WithdrawalTermsQuery["program"] = {
  minimumWithdrawal: "10.00",
  methods: ["PAYPAL", "BANK"],
  epc: "0.20",
};

const terms = { program, savedDestinations: [BANK, PAYPAL], latest: { edges: [] } };
const refused = { id: "old", amount: "23.20", method: "PAYPAL", destination: "m•••@example.org" } as const;

it("starts with where the last request went", () => {
  expect(newDraft(terms, null, "en")).toMatchObject({ amount: "", savedId: "b", method: "BANK" });
});

it("starts empty when nothing is remembered, or the program no longer pays there", () => {
  const nothing = { ...terms, savedDestinations: [] };
  expect(newDraft(nothing, null, "en")).toMatchObject({ savedId: null, method: "PAYPAL" });
  const noBank = {
    ...nothing,
    program: { ...program, methods: ["PAYPAL"] as const },
    savedDestinations: [BANK],
  };
  expect(newDraft(noBank, null, "en")).toMatchObject({ savedId: null, method: "PAYPAL" });
});

it("says the amount of a refused request again, as the reader writes it", () => {
  expect(newDraft(terms, refused, "en").amount).toBe("23.20");
  expect(newDraft(terms, refused, "fr").amount).toBe("23,20");
});

it("does not choose by itself where a refused request went, also when a newer one stands for it", () => {
  expect(newDraft(terms, refused, "en")).toMatchObject({ savedId: "b", method: "BANK" });
  expect(refusedDestination(terms, refused)).toBe(PAYPAL);
  const alone = { ...terms, savedDestinations: [PAYPAL] };
  expect(newDraft(alone, refused, "en")).toMatchObject({ savedId: null, method: "PAYPAL" });
});

it("knows a refusal from the newest request alone", () => {
  const latest = (status: "REJECTED" | "PAID") => ({
    edges: [{ node: { ...ITEM, method: "BANK" as const, destination: BANK.destination, status } }],
  });
  expect(newDraft({ ...terms, latest: latest("REJECTED") }, null, "en").savedId).toBe("p");
  expect(newDraft({ ...terms, latest: latest("PAID") }, null, "en").savedId).toBe("b");
});
