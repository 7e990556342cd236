import type { LedgerRowFragment } from "../../../generated/graphql.ts";

/** What a movement did to the money that the partner can call their own: more, less, or as much as before. */
export type Effect = "less" | "more" | "none";

/**
 * Available money and debt are one purse seen from two sides: what leaves debt is money given, too. What was reserved
 * left the purse when it was asked for; that it is paid out changes nothing any more.
 */
export function effectOf({
  debitAccount,
  creditAccount,
}: Pick<LedgerRowFragment, "creditAccount" | "debitAccount">): Effect {
  const into = isPurse(creditAccount);
  const outOf = isPurse(debitAccount);
  if (into === outOf) return "none";
  return into ? "more" : "less";
}

function isPurse(account: LedgerRowFragment["creditAccount"]): boolean {
  return account === "AVAILABLE" || account === "DEBT";
}
