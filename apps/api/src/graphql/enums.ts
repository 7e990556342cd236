import { EVENT_KINDS, VERDICTS } from "@contentflow/domain/click";
import { CORRECTION_KINDS } from "@contentflow/domain/correction";
import { LEADERBOARD_PERIODS } from "@contentflow/domain/leaderboard";
import { PAYOUT_METHODS, WITHDRAWAL_STATUSES } from "@contentflow/domain/withdrawal";
import { registerEnumType } from "type-graphql";
import { LEDGER_ACCOUNTS, LEDGER_KINDS } from "../ledger/ledger-entry.entity.ts";
import { WITHDRAWAL_SORTS } from "../withdrawals/withdrawal-order.ts";

type UpperCased<Values extends readonly string[]> = {
  readonly [Value in Values[number] as Uppercase<Value>]: Value;
};

/** The domain's lower-case words as a GraphQL enum, upper-case on the wire. */
function graphqlEnum<const Values extends readonly string[]>(
  name: string,
  description: string,
  values: Values,
): UpperCased<Values> {
  const entries = Object.fromEntries(
    values.map((value) => [value.toUpperCase(), value]),
  ) as UpperCased<Values>;
  registerEnumType(entries, { name, description });
  return entries;
}

export const RoleEnum = graphqlEnum("Role", "What a signed-in person is: a partner earns, an admin pays.", [
  "partner",
  "admin",
]);
export const LocaleEnum = graphqlEnum("Locale", "Language of pages and mails.", ["en", "fr"]);
export const PartnerStatusEnum = graphqlEnum(
  "PartnerStatus",
  "Suspended partners neither earn nor sign in.",
  ["active", "suspended"],
);
export const PayoutMethodEnum = graphqlEnum("PayoutMethod", "How a withdrawal is paid.", PAYOUT_METHODS);
export const WithdrawalStatusEnum = graphqlEnum(
  "WithdrawalStatus",
  "Where a withdrawal stands: requested, approved, then paid; or rejected, which returns the money.",
  WITHDRAWAL_STATUSES,
);
export const WithdrawalSortEnum = graphqlEnum(
  "WithdrawalSort",
  "Order of withdrawals: by when they were asked for, or by amount.",
  WITHDRAWAL_SORTS,
);
export const LeaderboardPeriodEnum = graphqlEnum(
  "LeaderboardPeriod",
  "UTC days up to and including today.",
  LEADERBOARD_PERIODS,
);
export const EventKindEnum = graphqlEnum("EventKind", "What happened. Only clicks earn.", EVENT_KINDS);
export const VerdictEnum = graphqlEnum("Verdict", "Whether an event counts, and if not, why.", VERDICTS);
export const LedgerKindEnum = graphqlEnum("LedgerKind", "Why money moved.", LEDGER_KINDS);
export const AccountEnum = graphqlEnum(
  "Account",
  "Where money lies: with the program, or of the partner: available, reserved for a withdrawal, paid out, owed.",
  LEDGER_ACCOUNTS,
);
export const CorrectionKindEnum = graphqlEnum(
  "CorrectionKind",
  "What an admin does to a balance by hand: a bonus gives, a clawback takes.",
  CORRECTION_KINDS,
);
