import { type DocumentNode, parse } from "graphql";
import { TRUSTED_OPERATIONS } from "../../generated/trusted-operations.ts";

/** One of the app's own operations. */
export interface Trusted {
  readonly text: string;
  /** Read once: it is asked for over and over. */
  readonly document: DocumentNode;
}

const BY_HASH: ReadonlyMap<string, Trusted> = new Map(
  Object.entries(TRUSTED_OPERATIONS).map(([hash, text]) => [hash, { text, document: parse(text) }]),
);
const BY_TEXT: ReadonlyMap<string, Trusted> = new Map(
  [...BY_HASH.values()].map((trusted) => [trusted.text, trusted]),
);

/** By the SHA-256 of its text in hexadecimal. */
export function trustedByHash(hash: unknown): Trusted | undefined {
  return typeof hash === "string" ? BY_HASH.get(hash) : undefined;
}

/** By its text, to the letter. */
export function trustedByText(text: string): Trusted | undefined {
  return BY_TEXT.get(text);
}
