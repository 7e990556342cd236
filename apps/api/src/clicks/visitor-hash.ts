import { type Hmac, hmacUnder } from "../security/hmac.ts";

/** 96 bits: enough that no two visitors ever share one, short enough to be stored a million times a day. */
const HASH_BYTES = 12;

const prepared = new WeakMap<Uint8Array, Hmac>();

/** Who clicked, as far as we want to know: the address itself is never stored, and the key is destroyed within two days. */
export function visitorHash(key: Uint8Array, ip: string, userAgent: string): string {
  let hmac = prepared.get(key);
  if (!hmac) {
    hmac = hmacUnder(key);
    prepared.set(key, hmac);
  }
  return hmac(`${ip}\n${userAgent}`).toString("base64url", 0, HASH_BYTES);
}
