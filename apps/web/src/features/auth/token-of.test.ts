import { expect, it } from "vitest";
import { tokenOf } from "./token-of.ts";

it.each([
  ["#token=abc_-9", "abc_-9"],
  ["#other=1&token=abc", "abc"],
  ["#token=", null],
  ["#main", null],
  ["", null],
])("the token of %s is %s", (hash, token) => {
  expect(tokenOf(hash)).toBe(token);
});
