/** The sign-in token in the fragment of the mailed link (`#token=…`); null if there is none. */
export function tokenOf(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, "")).get("token") || null;
}
