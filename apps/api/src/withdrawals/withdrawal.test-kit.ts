import { randomUUID } from "node:crypto";
import { verifyLedger } from "../ledger/verify-ledger.ts";
import type { GraphqlAnswer } from "../testing/client.ts";
import { earn, type SignedIn, signedInPartner } from "../testing/people.ts";
import type { TestApp } from "../testing/test-app.ts";

const FIELDS = `id amount method destination status version requestedAt decidedAt paidAt reason reference
  events { fromStatus toStatus byRole note at }`;

export interface WithdrawalData {
  readonly id: string;
  readonly amount: string;
  readonly method: string;
  readonly destination: string;
  readonly status: string;
  readonly version: number;
  readonly requestedAt: string;
  readonly decidedAt: string | null;
  readonly paidAt: string | null;
  readonly reason: string | null;
  readonly reference: string | null;
  readonly events: readonly {
    fromStatus: string | null;
    toStatus: string;
    byRole: string;
    note: string | null;
  }[];
}

/** A partner of their own for a test, who has earned so many euros. */
export async function partnerWith(test: TestApp, euros: string): Promise<SignedIn> {
  const partner = await signedInPartner(test);
  await earn(test, partner.id, euros);
  return partner;
}

/** What came back: the withdrawal, or the refusal. */
export interface Outcome {
  readonly withdrawal: WithdrawalData | undefined;
  readonly code: string | undefined;
  readonly details: Record<string, unknown> | undefined;
  readonly raw: GraphqlAnswer<Record<string, WithdrawalData>>;
}

async function mutate(person: SignedIn, text: string, variables: Record<string, unknown>): Promise<Outcome> {
  const raw = await person.client.graphql<Record<string, WithdrawalData>>(text, variables);
  return {
    withdrawal: raw.data?.["withdrawal"],
    code: raw.code,
    details: raw.errors[0]?.extensions.details,
    raw,
  };
}

export const PAYPAL = { method: "PAYPAL", destination: { email: "payee@example.org" } };
export const IBAN = "FR7630006000011234567890189";
export const BANK = { method: "BANK", destination: { iban: IBAN, holder: "Zoé Martin" } };

export function request(
  person: SignedIn,
  amount: unknown,
  more: Record<string, unknown> = {},
): Promise<Outcome> {
  return mutate(
    person,
    `mutation ($input: RequestWithdrawalInput!) { withdrawal: requestWithdrawal(input: $input) { ${FIELDS} } }`,
    { input: { amount, ...PAYPAL, idempotencyKey: randomUUID(), ...more } },
  );
}

export function approve(
  admin: SignedIn,
  { id, version }: Pick<WithdrawalData, "id" | "version">,
): Promise<Outcome> {
  return mutate(
    admin,
    `mutation ($id: ID!, $version: Int!) { withdrawal: approveWithdrawal(id: $id, version: $version) { ${FIELDS} } }`,
    { id, version },
  );
}

export function reject(
  admin: SignedIn,
  { id, version }: Pick<WithdrawalData, "id" | "version">,
  reason = "We could not verify the account",
): Promise<Outcome> {
  return mutate(
    admin,
    `mutation ($id: ID!, $version: Int!, $reason: String!) {
      withdrawal: rejectWithdrawal(id: $id, version: $version, reason: $reason) { ${FIELDS} } }`,
    { id, version, reason },
  );
}

export function pay(
  admin: SignedIn,
  { id, version }: Pick<WithdrawalData, "id" | "version">,
  reference = "PAY-1",
): Promise<Outcome> {
  return mutate(
    admin,
    `mutation ($id: ID!, $version: Int!, $reference: String!) {
      withdrawal: markWithdrawalPaid(id: $id, version: $version, reference: $reference) { ${FIELDS} } }`,
    { id, version, reference },
  );
}

/** The withdrawal that must have come out of it. */
export function done({ withdrawal, raw }: Outcome): WithdrawalData {
  if (!withdrawal) throw new Error(`refused: ${JSON.stringify(raw.errors)}`);
  return withdrawal;
}

export interface BalanceData {
  readonly available: string;
  readonly pending: string;
  readonly paid: string;
  readonly earned: string;
  readonly debt: string;
  readonly clicks: number;
  readonly epc: string;
  readonly lapsingNext: { amount: string; on: string } | null;
}

export async function balanceOf(person: SignedIn): Promise<BalanceData> {
  const { data, errors } = await person.client.graphql<{ balance: BalanceData }>(
    "{ balance { available pending paid earned debt clicks epc lapsingNext { amount on } } }",
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.balance;
}

/** What the proof of the books has to say; nothing when they balance. */
export async function differencesIn({ app }: TestApp): Promise<readonly string[]> {
  return (await verifyLedger(app)).differences;
}
