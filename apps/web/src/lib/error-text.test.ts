import { CombinedGraphQLErrors } from "@apollo/client";
import { DomainError, ERROR_CODES } from "@contentflow/domain/errors";
import { describe, expect, it } from "vitest";
import { errors as english } from "../locales/en/errors.ts";
import { errors as french } from "../locales/fr/errors.ts";
import { errorText } from "./error-text.ts";
import { createFormat } from "./format.ts";
import { LANGUAGES } from "./language.ts";

const WORDS = { en: english, fr: french };
const format = createFormat("en");

describe("the words for errors", () => {
  it.each(LANGUAGES)("exist for exactly the codes of the domain: %s", (language) => {
    expect(Object.keys(WORDS[language].refused).toSorted()).toEqual([...ERROR_CODES].toSorted());
  });

  it.each(LANGUAGES)("hold the numbers of a refusal: %s", (language) => {
    const format = createFormat(language);
    const error = refused("BELOW_MINIMUM", { minimum: "10.00", asked: "9.99" });
    const text = errorText(error, WORDS[language], format);
    expect(text).toContain(format.money("10.00"));
    expect(text).toContain(format.money("9.99"));
  });

  it("are the same whether the form or the server refused", () => {
    const details = { available: "12.30", asked: "50.00" };
    expect(errorText(refused("INSUFFICIENT_BALANCE", details), english, format)).toBe(
      errorText(new DomainError("INSUFFICIENT_BALANCE", details), english, format),
    );
  });

  it("give the request id of a failure of ours", () => {
    const error = refused("INTERNAL_SERVER_ERROR", { requestId: "req-7" });
    expect(errorText(error, french, createFormat("fr"))).toContain("req-7");
  });

  it("name the time to wait in a unit that suits it", () => {
    expect(errorText(refused("RATE_LIMITED", { retryAfterSeconds: 30 }), english, format)).toContain(
      "in 30 seconds",
    );
    expect(errorText(refused("RATE_LIMITED", { retryAfterSeconds: 600 }), english, format)).toContain(
      "in 10 minutes",
    );
  });

  it("speak of the connection when nobody refused anything", () => {
    expect(errorText(new TypeError("Failed to fetch"), english, format)).toContain("connection");
    expect(errorText(refused("SOMETHING_NEW", {}), english, format)).toContain("connection");
  });
});

function refused(code: string, details: object) {
  return new CombinedGraphQLErrors({ errors: [{ message: code, extensions: { code, details } }] });
}
