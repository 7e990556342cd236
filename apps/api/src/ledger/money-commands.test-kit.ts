import { randomUUID } from "node:crypto";
import { formatEuros, microEuros } from "@contentflow/domain/money";
import { canTransition, type WithdrawalStatus } from "@contentflow/domain/withdrawal";
import type { AsyncCommand } from "fast-check";
import { expect } from "vitest";
import { recordEvents } from "../clicks/record-events.ts";
import type { SignedIn } from "../testing/people.ts";
import type { TestApp } from "../testing/test-app.ts";
import { approve, done, pay, reject, request } from "../withdrawals/withdrawal.test-kit.ts";
import { correctBalance } from "./correct-balance.ts";
import { invalidateClicks } from "./invalidate-clicks.ts";
import type { ModelWithdrawal, MoneyModel } from "./money-model.test-kit.ts";
import { readBalance } from "./read-balance.ts";

export interface RealMoney {
  readonly test: TestApp;
  readonly admin: SignedIn;
  readonly partner: SignedIn;
  /** How often each thing went well, over all histories. */
  readonly successes: Map<string, number>;
}

export type MoneyCommand = AsyncCommand<MoneyModel, RealMoney>;

const START = Date.UTC(2026, 0, 1, 12);
const DAY_MS = 86_400_000;
const timeOf = (day: number) => new Date(START + day * DAY_MS);
const euros = (amount: bigint) => formatEuros(microEuros(amount));

/** A command that is followed by comparing everything the partner sees with the model. */
function command(name: string, run: (model: MoneyModel, real: RealMoney) => Promise<boolean>): MoneyCommand {
  return {
    check: () => true,
    toString: () => name,
    async run(model, real) {
      if (await run(model, real)) count(real, name);
      const balance = await readBalance(real.test.app, real.partner.id);
      expect(balance).toMatchObject({
        available: model.available,
        pending: model.reserved,
        paid: model.paid,
        debt: model.debt,
        earned: model.earned < 0n ? 0n : model.earned,
        clicks: model.countedClicks,
      });
    },
  };
}

function count({ successes }: RealMoney, name: string): void {
  const kind = name.split(" ")[0] ?? name;
  successes.set(kind, (successes.get(kind) ?? 0) + 1);
}

async function click(model: MoneyModel, { test, partner }: RealMoney, visitor: string) {
  const app = { ...test.app, terms: { ...test.app.terms, epc: microEuros(model.rate) } };
  const event = { kind: "click" as const, partnerId: partner.id, visitor, occurredAt: timeOf(model.day) };
  const [recorded] = await recordEvents(app, [event]);
  return recorded?.verdict;
}

export const clicks = command("click", async (model, real) => {
  const visitor = randomUUID();
  expect(await click(model, real, visitor)).toBe(model.suspended ? "suspended" : "counted");
  if (model.suspended) return false;
  model.click(visitor);
  return true;
});

export const duplicate = command("duplicate", async (model, real) => {
  const earlier = model.clicks.findLast(({ day, valid }) => day === model.day && valid);
  if (!earlier || model.suspended) return false;
  expect(await click(model, real, earlier.visitor)).toBe("duplicate");
  return true;
});

export const wait = (days: number): MoneyCommand =>
  command(`wait ${days}`, async (model, { test }) => {
    model.wait(days);
    test.setNow(timeOf(model.day));
    return true;
  });

export const newRate = (rate: bigint): MoneyCommand =>
  command(`rate ${rate}`, async (model) => {
    model.rate = rate;
    return true;
  });

const setStatus = (status: "suspended" | "active") =>
  command(status, async (model, { test, partner }) => {
    if (model.suspended === (status === "suspended")) return false;
    model.suspended = !model.suspended;
    await test.database.sql("update partners set status = $2 where id = $1", [partner.id, status]);
    return true;
  });
export const suspend = setStatus("suspended");
export const reactivate = setStatus("active");

export const withdraw = (part: "all" | "minimum" | "more"): MoneyCommand =>
  command(`request ${part}`, async (model, real) => {
    const amount = { all: model.available, minimum: 10_000_000n, more: model.available + 10_000n }[part];
    if (amount === 0n) return false;
    const key = randomUUID();
    const outcome = await request(real.partner, euros(amount), { idempotencyKey: key });
    const refusal = model.suspended
      ? "ACCOUNT_SUSPENDED"
      : amount < 10_000_000n
        ? "BELOW_MINIMUM"
        : amount > model.available
          ? "INSUFFICIENT_BALANCE"
          : undefined;
    expect(outcome.code).toBe(refusal);
    if (refusal) return false;
    model.request({ id: done(outcome).id, key, amount, status: "requested", version: 1 });
    return true;
  });

export const retry = (index: number): MoneyCommand =>
  command("retry", async (model, { partner }) => {
    const earlier = pick(model.withdrawals, index);
    if (!earlier || model.suspended) return false;
    const again = await request(partner, euros(earlier.amount), { idempotencyKey: earlier.key });
    expect(done(again)).toMatchObject({ id: earlier.id, status: earlier.status.toUpperCase() });
    const other = await request(partner, euros(earlier.amount + 10_000n), { idempotencyKey: earlier.key });
    expect(other.code).toBe("IDEMPOTENCY_CONFLICT");
    return true;
  });

const DECISIONS = { approved: approve, rejected: reject, paid: pay };

export const decide = (to: keyof typeof DECISIONS, index: number, stale: boolean): MoneyCommand =>
  command(`${stale ? "stale" : to} ${index}`, async (model, { admin }) => {
    // Mostly one that it fits, or nearly all would be refused.
    const fitting = model.withdrawals.filter(({ status }) => canTransition(status, to));
    const withdrawal = pick(index % 4 !== 0 && fitting.length > 0 ? fitting : model.withdrawals, index);
    if (!withdrawal) return false;
    const { id, version } = withdrawal;
    const { code } = await DECISIONS[to](admin, { id, version: stale ? version - 1 : version });
    expect(code).toBe(refusalOf(withdrawal, to, stale));
    if (stale) return true;
    if (code) return false;
    model.decide(withdrawal, to);
    return true;
  });

function refusalOf({ status }: ModelWithdrawal, to: WithdrawalStatus, stale: boolean): string | undefined {
  if (stale) return "CONFLICT";
  return canTransition(status, to) ? undefined : "INVALID_TRANSITION";
}

export const invalidate = (index: number): MoneyCommand =>
  command("invalidate", async (model, { test, admin, partner }) => {
    const chosen = pick(model.clicks, index);
    if (!chosen) return false;
    const [event] = await test.database.sql<{ id: string }>(
      "select id from metric_events where partner_id = $1 and visitor = $2 and verdict in ('counted', 'invalidated')",
      [partner.id, chosen.visitor],
    );
    const asked = { eventIds: [event?.id ?? ""], reason: "model", adminId: admin.id };
    expect(await invalidateClicks(test.app, asked)).toBe(partner.id);
    model.invalidate(chosen);
    return true;
  });

export const correct = (kind: "bonus" | "clawback", amount: bigint): MoneyCommand =>
  command(`${kind} ${amount}`, async (model, { test, admin, partner }) => {
    const key = { reason: "model", idempotencyKey: randomUUID() };
    const asked = { kind, amount: microEuros(amount), partnerId: partner.id, adminId: admin.id, ...key };
    await correctBalance(test.app, asked);
    model[kind](amount);
    // Sent again, as by a client that heard no answer: nothing more may happen.
    await correctBalance(test.app, asked);
    return true;
  });

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(list.length, 1)];
}
