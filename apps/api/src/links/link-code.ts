import { randomInt } from "node:crypto";

/** Nothing that is mistaken for something else when read aloud or copied by hand, and no vowels: no words. */
const ALPHABET = "23456789bcdfghjkmnpqrstvwxzBCDFGHJKMNPQRSTVWXZ";
const LENGTH = 7;

/** A code for a new link. 400 billion of them: two hardly ever meet, and none can be found by trying. */
export function randomLinkCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");
}
