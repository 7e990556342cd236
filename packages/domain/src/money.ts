import { DomainError } from "./errors.ts";

declare const brand: unique symbol;

/** An amount of money in millionths of a euro. Branded, so that no bare bigint passes for money. */
export type MicroEuros = bigint & { readonly [brand]: "MicroEuros" };

export const MICROS_PER_EURO = 1_000_000n;
export const MICROS_PER_CENT = 10_000n;

/** Throws TypeError for anything but a bigint: drivers like to hand out bigints as strings. */
export function microEuros(n: bigint): MicroEuros {
  if (typeof n !== "bigint") throw new TypeError(`micro-euros must be a bigint, got a ${typeof n}`);
  return n as MicroEuros;
}

export const ZERO = microEuros(0n);

export function add(a: MicroEuros, b: MicroEuros): MicroEuros {
  return microEuros(a + b);
}

export function subtract(a: MicroEuros, b: MicroEuros): MicroEuros {
  return microEuros(a - b);
}

export function sum(amounts: Iterable<MicroEuros>): MicroEuros {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return microEuros(total);
}

export function min(a: MicroEuros, b: MicroEuros): MicroEuros {
  return a < b ? a : b;
}

export function max(a: MicroEuros, b: MicroEuros): MicroEuros {
  return a > b ? a : b;
}

/** `count` must be an integer that a number holds exactly; RangeError otherwise. */
export function multiply(amount: MicroEuros, count: bigint | number): MicroEuros {
  if (typeof count === "number" && !Number.isSafeInteger(count)) {
    throw new RangeError(`count must be a safe integer, got ${count}`);
  }
  return microEuros(amount * BigInt(count));
}

/** Towards minus infinity: what is shown as available is never more than there is. */
export function floorToCent(amount: MicroEuros): MicroEuros {
  const remainder = amount % MICROS_PER_CENT;
  return microEuros(amount - remainder - (remainder < 0n ? MICROS_PER_CENT : 0n));
}

export function isWholeCents(amount: MicroEuros): boolean {
  return amount % MICROS_PER_CENT === 0n;
}

const MAX_INPUT = microEuros(1_000_000_000n * MICROS_PER_EURO);
const MAX_RATE = microEuros(1_000n * MICROS_PER_EURO);

/**
 * An amount as a person or a client gives it: `12`, `12.3` or `12.34`, in euros, 0 to 1,000,000,000.
 * Refuses (BAD_USER_INPUT) signs, exponents, spaces, commas, leading zeros, digits that are not ASCII, a third decimal.
 * Zero parses: whether it makes sense is the caller's business.
 */
export function parseEuros(text: unknown, field = "amount"): MicroEuros {
  return parseDecimal(text, field, 2, MAX_INPUT);
}

/** A rate per click of the configuration or an import: like `parseEuros`, with up to 6 decimals, 0 to 1,000 euros. */
export function parseRate(text: unknown, field = "epc"): MicroEuros {
  return parseDecimal(text, field, 6, MAX_RATE);
}

const DECIMAL = /^(0|[1-9][0-9]{0,9})(?:\.([0-9]+))?$/;

function parseDecimal(text: unknown, field: string, decimals: number, limit: MicroEuros): MicroEuros {
  const refuse = (reason: string) => new DomainError("BAD_USER_INPUT", { field, reason });
  // A JSON number has already been through a float: its digits cannot be trusted.
  if (typeof text !== "string") throw refuse("must be a decimal string");
  const match = DECIMAL.exec(text);
  if (!match) throw refuse('must be a plain decimal number such as "12.34"');
  const [, whole = "", fraction = ""] = match;
  if (fraction.length > decimals) throw refuse(`must have at most ${decimals} decimals`);
  const amount = microEuros(BigInt(whole) * MICROS_PER_EURO + BigInt(fraction.padEnd(6, "0")));
  if (amount > limit) throw refuse(`must be at most ${formatEuros(limit)}`);
  return amount;
}

/** Exact decimal string in euros, 2 to 6 decimals: `12.30`, `0.0035`, `-1.00`. */
export function formatEuros(amount: MicroEuros): string {
  const magnitude = amount < 0n ? -amount : amount;
  const whole = magnitude / MICROS_PER_EURO;
  const micros = (magnitude % MICROS_PER_EURO).toString().padStart(6, "0");
  const beyondCents = micros.slice(2).replace(/0+$/, "");
  return `${amount < 0n ? "-" : ""}${whole}.${micros.slice(0, 2)}${beyondCents}`;
}
