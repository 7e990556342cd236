import { expect, it } from "vitest";
import type { AgendaEntryFragment } from "../../generated/graphql.ts";
import { agendaOf } from "./agenda-of.ts";

const QUIET = {
  balance: { available: "25.00", debt: "0.00", lapsingNext: null },
  minimumWithdrawal: "10.00",
  approved: [],
  requested: [],
  latest: undefined,
};

const withdrawal = (status: AgendaEntryFragment["status"]): AgendaEntryFragment => ({
  id: status,
  amount: "12.00",
  destination: "FR76 •••• 0189",
  status,
  requestedAt: "2026-03-02T09:00:00Z",
  decidedAt: null,
  reason: null,
});

it("is empty when nothing is under way and nothing is missing", () => {
  expect(agendaOf(QUIET)).toEqual([]);
});

it("says how far it is to the minimum, to the cent", () => {
  const balance = { ...QUIET.balance, available: "7.90" };
  expect(agendaOf({ ...QUIET, balance })).toEqual([
    { kind: "to-go", missing: "2.10", minimum: "10.00", available: "7.90", share: 79 },
  ]);
  expect(agendaOf({ ...QUIET, balance: { ...balance, available: "10.00" } })).toEqual([]);
});

it("puts a refusal first, and only while it is the last word", () => {
  const requested = [withdrawal("REQUESTED")];
  const approved = [withdrawal("APPROVED")];
  const kinds = (latest: AgendaEntryFragment) =>
    agendaOf({ ...QUIET, requested, approved, latest }).map(({ kind }) => kind);
  expect(kinds(withdrawal("REJECTED"))).toEqual(["refused", "approved", "in-review"]);
  expect(kinds(withdrawal("REQUESTED"))).toEqual(["approved", "in-review"]);
});

it("warns of what lapses and explains a debt", () => {
  const balance = { available: "0.00", debt: "3.50", lapsingNext: { amount: "4.20", on: "2026-03-03" } };
  expect(agendaOf({ ...QUIET, balance }).map(({ kind }) => kind)).toEqual(["lapse", "debt", "to-go"]);
});
