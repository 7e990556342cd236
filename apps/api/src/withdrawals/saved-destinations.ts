import { DomainError } from "@contentflow/domain/errors";
import { isUuid } from "@contentflow/domain/session-id";
import type { PayoutMethod } from "@contentflow/domain/withdrawal";
import type { App } from "../app.ts";
import { query } from "../db/query.ts";
import {
  type Destination,
  type DestinationFields,
  maskDestination,
  parseDestination,
} from "./destination.ts";
import type { SavedDestination } from "./saved-destination.type.ts";
import { withdrawalNotFound } from "./transition-withdrawal.ts";

/** How far back destinations are looked for, and how many different ones are offered. */
const LOOKED_AT = 50;
const MOST = 5;

type Needs = Pick<App, "database" | "secrets">;

interface Row {
  readonly id: string;
  readonly method: PayoutMethod;
  readonly sealed: Buffer | null;
  readonly requestedAt: string;
}

/** Where a partner asked to be paid before: newest first, each once, at most 5 out of their last 50 withdrawals. */
export async function listSavedDestinations(app: Needs, partnerId: string): Promise<SavedDestination[]> {
  const rows = await query<Row>(app.database.orm.em.fork(), LATEST, [partnerId]);
  const saved = new Map<string, SavedDestination>();
  for (const { id, method, sealed, requestedAt } of rows) {
    if (saved.size === MOST) break;
    const destination = open(app, sealed);
    if (!destination) continue;
    const key = JSON.stringify([method, destination]);
    if (saved.has(key)) continue;
    const lastUsedAt = new Date(requestedAt);
    saved.set(key, { id, method, destination: maskDestination(destination), lastUsedAt });
  }
  return [...saved.values()];
}

/**
 * Where a new withdrawal is to go: what was typed, or a copy of where an earlier one of the same partner went.
 * @throws DomainError INVALID_DESTINATION (also: forgotten, of another method, beside other fields), NOT_FOUND
 */
export async function resolveDestination(
  app: Needs,
  partnerId: string,
  method: PayoutMethod,
  { savedId, ...typed }: DestinationFields,
): Promise<Destination> {
  if (savedId === null || savedId === undefined) return parseDestination(method, typed);
  for (const field of ["email", "iban", "holder"] as const) {
    if (typed[field])
      throw new DomainError("INVALID_DESTINATION", { field, reason: "does not go with savedId" });
  }
  const [saved] = isUuid(savedId)
    ? await query<Row>(app.database.orm.em.fork(), ONE, [partnerId, savedId])
    : [];
  if (!saved) throw withdrawalNotFound();
  if (saved.method !== method) throw refusal("belongs to another payout method");
  const destination = open(app, saved.sealed);
  if (!destination) throw refusal("was forgotten");
  return destination;
}

/** Null once it was forgotten, also by losing the secret: one can still type it anew. */
function open({ secrets }: Needs, sealed: Buffer | null): Destination | null {
  if (!sealed) return null;
  try {
    return JSON.parse(secrets.open("destination", sealed)) as Destination;
  } catch {
    return null;
  }
}

function refusal(reason: string): DomainError {
  return new DomainError("INVALID_DESTINATION", { field: "savedId", reason });
}

const COLUMNS = `id, method, destination_sealed as sealed, requested_at as "requestedAt"`;

const LATEST = `
  select ${COLUMNS} from withdraw_requests where partner_id = $1
  order by requested_at desc, id desc limit ${LOOKED_AT}`;

const ONE = `select ${COLUMNS} from withdraw_requests where partner_id = $1 and id = $2`;
