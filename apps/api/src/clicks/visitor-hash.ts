import { createHmac } from "node:crypto";

/** 96 bits: enough that no two visitors ever share one, short enough to be stored a million times a day. */
const HASH_BYTES = 12;

/** Who clicked, as far as we want to know: the address itself is never stored, and the key is destroyed within two days. */
export function visitorHash(key: Uint8Array, ip: string, userAgent: string): string {
  return createHmac("sha256", key)
    .update(`${ip}\n${userAgent}`)
    .digest()
    .subarray(0, HASH_BYTES)
    .toString("base64url");
}
