import { describe, expect, it } from "vitest";
import { checkDraft, type Draft, type Terms } from "./check-draft.ts";

const terms: Terms = { available: "50.00", minimumWithdrawal: "10.00", methods: ["PAYPAL", "BANK"] };
const draft: Draft = {
  amount: "25",
  savedId: null,
  method: "PAYPAL",
  email: "me@example.org",
  iban: "",
  holder: "",
};
const bank: Draft = {
  ...draft,
  method: "BANK",
  email: "",
  iban: "FR76 3000 6000 0112 3456 7890 189",
  holder: "Zoé",
};

describe("a draft that can be sent", () => {
  it.each([
    ["25", "25.00"],
    [" 12,5 ", "12.50"],
    ["10.00", "10.00"],
    ["50", "50.00"],
    ["25 €", "25.00"],
    ["25,", "25.00"],
  ])("turns %s into %s", (amount, sent) => {
    expect(checkDraft({ ...draft, amount }, terms)).toEqual({
      order: { amount: sent, method: "PAYPAL", destination: { email: "me@example.org" } },
    });
  });

  it("names a remembered destination and asks nothing more of it", () => {
    expect(checkDraft({ ...draft, savedId: "w1", method: "BANK", email: "left@over" }, terms)).toEqual({
      order: { amount: "25.00", method: "BANK", destination: { savedId: "w1" } },
    });
  });

  it("holds only what its method needs", () => {
    expect(checkDraft({ ...bank, email: "left@over" }, terms)).toMatchObject({
      order: { destination: { iban: "FR7630006000011234567890189", holder: "Zoé" } },
    });
  });
});

describe("a draft that cannot", () => {
  it.each([
    ["9.99", "BELOW_MINIMUM"],
    ["50.01", "INSUFFICIENT_BALANCE"],
    ["0", "BAD_USER_INPUT"],
    ["-1", "BAD_USER_INPUT"],
    ["1e3", "BAD_USER_INPUT"],
    ["25.001", "BAD_USER_INPUT"],
    ["1,23.5", "BAD_USER_INPUT"],
    ["１０", "BAD_USER_INPUT"],
    ["", "BAD_USER_INPUT"],
  ])("says why %s is refused: %s", (amount, code) => {
    expect(checkDraft({ ...draft, amount }, terms)).toMatchObject({ problems: { amount: { code } } });
  });

  it.each([
    ["25.001", "tooPrecise"],
    ["99999999999", "tooLarge"],
    ["twelve", "unreadable"],
  ])("tells what is wrong with %s: %s", (amount, reason) => {
    expect(checkDraft({ ...draft, amount }, terms)).toMatchObject({
      problems: { amount: { details: { reason } } },
    });
  });

  it.each(["Zoé <b>", "me@example.org", "z".repeat(141)])(
    "takes for a holder what the server takes: not %s",
    (holder) => {
      expect(checkDraft({ ...bank, holder }, terms)).toMatchObject({
        problems: { holder: { code: "INVALID_DESTINATION", details: { field: "holder" } } },
      });
    },
  );

  it("says everything that is wrong at once", () => {
    const checked = checkDraft(
      { ...bank, amount: "1", iban: "FR7630006000011234567890188", holder: " " },
      terms,
    );
    expect("problems" in checked && Object.keys(checked.problems).toSorted()).toEqual([
      "amount",
      "holder",
      "iban",
    ]);
  });

  it("knows the amount while the destination is still missing", () => {
    expect(checkDraft({ ...draft, email: "" }, terms)).toMatchObject({ amount: "25.00" });
    expect(checkDraft({ ...draft, amount: "9" }, terms)).toMatchObject({ amount: undefined });
  });

  it("does not trouble about the other method's fields", () => {
    expect(checkDraft({ ...draft, iban: "nonsense" }, terms)).toHaveProperty("order");
  });
});
