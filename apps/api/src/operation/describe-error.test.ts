import { describe, expect, it } from "vitest";
import { describeError } from "./describe-error.ts";

const text = (error: unknown) => JSON.stringify(describeError(error));

describe("AC-49 an error in the logs", () => {
  it("of our own says what and where", () => {
    const described = describeError(new TypeError("the day's key vanished"));
    expect(described).toMatchObject({ type: "TypeError", message: "the day's key vanished" });
    expect(described.at?.[0]).toContain("describe-error.test.ts");
  });

  it("of the database names the rule that was broken, and never the row", () => {
    const refused = Object.assign(new Error("duplicate key: (email)=(a@example.org)"), {
      code: "23505",
      constraint: "partners_email",
      table: "partners",
      detail: "Key (email)=(a@example.org) already exists.",
    });
    const wrapped = new Error("insert into partners values ('a@example.org')", { cause: refused });
    for (const error of [refused, wrapped, new Error("a@example.org again", { cause: wrapped })]) {
      expect(text(error)).toContain("partners_email");
      expect(text(error)).not.toContain("a@example.org");
    }
  });

  it("can be anything that was thrown, also one that is its own cause", () => {
    const circle = new Error("round");
    circle.cause = circle;
    expect(describeError(circle)).toMatchObject({ type: "Error" });
    expect(describeError("a@example.org")).toEqual({ type: "string" });
    expect(describeError(null)).toEqual({ type: "object" });
  });
});
