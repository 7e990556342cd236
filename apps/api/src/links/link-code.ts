import { randomInt } from "node:crypto";

/** Nothing that is mistaken for something else when read aloud or copied by hand, and no vowels: no words. */
const ALPHABET = "23456789bcdfghjkmnpqrstvwxzBCDFGHJKMNPQRSTVWXZ";
const LENGTH = 7;
/** Imported links bring codes of their own: longer, and with every letter. */
const CODE = /^[A-Za-z0-9_-]{1,64}$/;

/** Whether a text can be a code at all. What cannot is not looked up. */
export function isLinkCode(text: string): boolean {
  return CODE.test(text);
}

/** A code for a new link. 400 billion of them: two hardly ever meet, and none can be found by trying. */
export function randomLinkCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");
}
