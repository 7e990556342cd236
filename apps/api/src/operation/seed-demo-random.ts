import { createHash } from "node:crypto";

/** A stream of numbers from 0 up to 1 that is the same for the same seed on every machine. */
export interface Random {
  next(): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** From `from` up to `to`, not reaching it. */
  between(from: number, to: number): number;
  /** One of the items, the first ones more often than the last. */
  favour<T>(items: readonly [T, ...T[]]): T;
  /** So many lower-case hexadecimal digits. */
  hex(digits: number): string;
}

/** Mulberry32: small, fast, and good enough to make figures look lived-in. */
export function createRandom(seed: string): Random {
  let state = createHash("sha256").update(seed).digest().readUInt32LE();
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    between: (from, to) => from + next() * (to - from),
    favour: (items) => items[Math.floor(next() ** 1.6 * items.length)] ?? items[0],
    hex: (digits) => Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join(""),
  };
}

/** The same uuid for the same text, always. */
export function stableUuid(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    "-",
  );
}
