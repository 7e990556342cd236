import { expect, it } from "vitest";
import { trustProxies } from "./trust-proxies.ts";

const trusts = trustProxies(["127.0.0.1", "10.0.0.0/8", "2001:db8::/32"]);

it.each(["127.0.0.1", "10.0.0.0", "10.255.255.255", "2001:db8::1", "::ffff:10.1.2.3"])(
  "trusts %s, however often",
  (address) => {
    expect([trusts(address), trusts(address)]).toEqual([true, true]);
  },
);

it.each(["127.0.0.2", "11.0.0.0", "2001:db9::1", "::ffff:11.1.2.3", "", "unknown", "10.0.0.1:80", "10.0.0"])(
  "does not trust %j",
  (address) => {
    expect([trusts(address), trusts(address)]).toEqual([false, false]);
  },
);

it("remembers no more than it should, and stays right", () => {
  for (let number = 0; number < 3_000; number += 1)
    expect(trusts(`${number % 2 === 0 ? 10 : 11}.0.${number >> 8}.${number & 255}`)).toBe(number % 2 === 0);
});
