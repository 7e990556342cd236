import { createHash, hash } from "node:crypto";

/** HMAC-SHA-256 of data, under one key. */
export type Hmac = (data: string | Uint8Array) => Buffer;

const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;
const INNER_PAD = 0x36;
const OUTER_PAD = 0x5c;

/**
 * HMAC-SHA-256 (RFC 2104) with the padded keys kept and two hashes in one go each: objects that a digest is built up in
 * cost five times as much as digesting something as short as a visitor or a token.
 */
export function hmacUnder(key: Uint8Array): Hmac {
  const inner = padded(key, INNER_PAD);
  const outer = Buffer.concat([padded(key, OUTER_PAD), Buffer.alloc(DIGEST_BYTES)]);
  return (data) => {
    const message = Buffer.concat([inner, typeof data === "string" ? Buffer.from(data) : data]);
    outer.write(hash("sha256", message, "binary"), BLOCK_BYTES, "binary");
    return Buffer.from(hash("sha256", outer, "binary"), "binary");
  };
}

function padded(key: Uint8Array, pad: number): Buffer {
  const fitting = key.length > BLOCK_BYTES ? createHash("sha256").update(key).digest() : key;
  const block = Buffer.alloc(BLOCK_BYTES, pad);
  for (const [index, byte] of fitting.entries()) block[index] = byte ^ pad;
  return block;
}
