import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { hmacUnder } from "./hmac.ts";

it("is what createHmac says, for keys and data of any length, however often it is asked", () => {
  const bytes = fc.uint8Array({ maxLength: 150 });
  const anything = fc.array(fc.oneof(bytes, fc.string({ unit: "grapheme" })), { minLength: 1 });
  fc.assert(
    fc.property(bytes, anything, (key, data) => {
      const hmac = hmacUnder(key);
      for (const one of data) expect(hmac(one)).toEqual(createHmac("sha256", key).update(one).digest());
    }),
  );
});
