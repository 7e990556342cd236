import { expect, it } from "vitest";
import { isUnreached } from "./is-unreached.ts";

it.each([
  "Failed to fetch dynamically imported module: https://example.org/assets/x.js",
  "error loading dynamically imported module: https://example.org/assets/x.js",
  "Importing a module script failed.",
  "Unable to preload CSS for /assets/x.css",
])("knows code that did not arrive: %s", (message) => {
  expect(isUnreached(new TypeError(message))).toBe(true);
});

it.each([new TypeError("Cannot read properties of undefined"), "no error at all", null])(
  "leaves what broke by itself alone: %s",
  (error) => {
    expect(isUnreached(error)).toBe(false);
  },
);
