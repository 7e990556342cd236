import { DomainError } from "@contentflow/domain/errors";
import { formatEuros } from "@contentflow/domain/money";
import { PAYOUT_METHODS, WITHDRAWAL_STATUSES } from "@contentflow/domain/withdrawal";
import type { FastifyInstance } from "fastify";
import type { App } from "../app.ts";
import { PartnerEntity } from "../partners/partner.entity.ts";
import { readWithdrawalPages } from "../withdrawals/read-withdrawal-pages.ts";
import type { Withdrawal } from "../withdrawals/withdrawal.entity.ts";
import { WITHDRAWAL_SORTS } from "../withdrawals/withdrawal-order.ts";
import { type Column, csv } from "./csv.ts";
import { registerDownload } from "./download.ts";
import { instant } from "./export-table.ts";

type Query = Readonly<Record<string, unknown>>;
type Row = Withdrawal & { readonly email: string };

const COLUMNS: readonly Column<Row>[] = [
  ["id", ({ id }) => id],
  ["requestedAt", ({ requestedAt }) => instant(requestedAt)],
  ["partnerId", ({ partnerId }) => partnerId],
  ["partner", ({ email }) => email],
  ["amount", ({ amount }) => formatEuros(amount)],
  ["method", ({ method }) => method],
  ["destination", ({ destination }) => destination],
  ["status", ({ status }) => status],
  ["decidedAt", ({ decidedAt }) => instant(decidedAt ?? null)],
  ["paidAt", ({ paidAt }) => instant(paidAt ?? null)],
  ["reason", ({ reason }) => reason ?? null],
  ["reference", ({ reference }) => reference ?? null],
];

/**
 * `/admin/withdrawals.csv?status=&method=&search=&sort=`: what the list of the same filter shows, all pages of it.
 * Values are written as in GraphQL; what is absent or empty narrows nothing down. Amounts in euros, destinations masked.
 */
export function registerWithdrawalsExport(http: FastifyInstance, app: App): void {
  registerDownload(http, app, {
    url: "/admin/withdrawals.csv",
    audience: "admin",
    name: "withdrawals",
    type: "csv",
    content: (_viewer, query) => csv(COLUMNS, readRows(app, query)),
  });
}

async function* readRows(app: App, query: Query): AsyncGenerator<Row[]> {
  const filter = {
    status: oneOf(WITHDRAWAL_STATUSES, query, "status"),
    method: oneOf(PAYOUT_METHODS, query, "method"),
    search: textOf(query, "search"),
  };
  const em = app.database.orm.em.fork();
  for await (const page of readWithdrawalPages(
    em,
    filter,
    oneOf(WITHDRAWAL_SORTS, query, "sort") ?? undefined,
  )) {
    const ids = [...new Set(page.map(({ partnerId }) => partnerId))];
    const partners = await em.find(PartnerEntity, { id: { $in: ids } }, { disableIdentityMap: true });
    const emails = new Map(partners.map(({ id, email }) => [id, email]));
    yield page.map((withdrawal) => ({ ...withdrawal, email: emails.get(withdrawal.partnerId) ?? "" }));
  }
}

/** Written twice, a parameter comes as a list: then nobody knows which one is meant. */
function textOf(query: Query, name: string): string | null {
  const value = query[name];
  if (value === undefined || value === "") return null;
  if (typeof value !== "string")
    throw new DomainError("BAD_USER_INPUT", { field: name, reason: "must be given once" });
  return value;
}

function oneOf<const Value extends string>(
  values: readonly Value[],
  query: Query,
  name: string,
): Value | null {
  const text = textOf(query, name);
  if (text === null) return null;
  const value = values.find((known) => known.toUpperCase() === text);
  if (!value) {
    const known = values.map((one) => one.toUpperCase()).join(", ");
    throw new DomainError("BAD_USER_INPUT", { field: name, reason: `must be one of ${known}` });
  }
  return value;
}
