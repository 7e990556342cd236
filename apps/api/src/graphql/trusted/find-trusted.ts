import { createHash } from "node:crypto";
import { TRUSTED_OPERATIONS } from "../../generated/trusted-operations.ts";

const KNOWN: ReadonlyMap<string, string> = new Map(Object.entries(TRUSTED_OPERATIONS));

/** The text of one of the app's own operations, by the SHA-256 of it in hexadecimal. */
export function trustedText(hash: unknown): string | undefined {
  return typeof hash === "string" ? KNOWN.get(hash) : undefined;
}

/** Whether this is one of the app's own operations, to the letter. */
export function isTrusted(text: string): boolean {
  return KNOWN.has(createHash("sha256").update(text).digest("hex"));
}
