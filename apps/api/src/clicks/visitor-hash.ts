import { createHmac, createSecretKey, type KeyObject } from "node:crypto";

/** 96 bits: enough that no two visitors ever share one, short enough to be stored a million times a day. */
const HASH_BYTES = 12;

/** Bytes have to be made a key before each use; a click should not have to wait for that. */
const prepared = new WeakMap<Uint8Array, KeyObject>();

/** Who clicked, as far as we want to know: the address itself is never stored, and the key is destroyed within two days. */
export function visitorHash(key: Uint8Array, ip: string, userAgent: string): string {
  let secret = prepared.get(key);
  if (!secret) {
    secret = createSecretKey(key);
    prepared.set(key, secret);
  }
  return createHmac("sha256", secret)
    .update(`${ip}\n${userAgent}`)
    .digest()
    .subarray(0, HASH_BYTES)
    .toString("base64url");
}
