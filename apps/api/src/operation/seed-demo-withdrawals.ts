import { addDays, type Day } from "@contentflow/domain/day";
import { floorToCent, type MicroEuros, max, microEuros, subtract } from "@contentflow/domain/money";
import { canTransition, type PayoutMethod, type WithdrawalStatus } from "@contentflow/domain/withdrawal";
import type { App } from "../app.ts";
import { readBalance } from "../ledger/read-balance.ts";
import { approveWithdrawal } from "../withdrawals/approve-withdrawal.ts";
import type { DestinationFields } from "../withdrawals/destination.ts";
import { markWithdrawalPaid } from "../withdrawals/mark-withdrawal-paid.ts";
import { rejectWithdrawal } from "../withdrawals/reject-withdrawal.ts";
import { requestWithdrawal } from "../withdrawals/request-withdrawal.ts";
import { WithdrawalEntity } from "../withdrawals/withdrawal.entity.ts";
import type { DemoPerson } from "./seed-demo-people.ts";
import { createRandom } from "./seed-demo-random.ts";
import { DEMO_WITHDRAWALS, LAPSING_DAYS, type PlannedWithdrawal } from "./seed-demo-withdrawal-plan.ts";

/** One thing that somebody did about a withdrawal, and when. */
export interface DemoStep {
  readonly at: Date;
  /** Safe to run again: what has happened already is left alone. The clock of `app` must stand at `at`. */
  run(app: App, adminId: string): Promise<void>;
}

/** Every step of the demo's withdrawals that falls on a day, in the order of the clock. */
export function demoStepsOf(day: Day, firstDay: Day): DemoStep[] {
  return DEMO_WITHDRAWALS.flatMap((planned) => stepsOf(planned, firstDay))
    .filter(({ at }) => at.toISOString().startsWith(day))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function stepsOf(planned: PlannedWithdrawal, firstDay: Day): DemoStep[] {
  const random = createRandom(keyOf(planned));
  const dayAfter = (days: number) =>
    Date.parse(`${addDays(firstDay, planned.day + days)}T00:00:00Z`) +
    Math.floor(random.between(7, 19) * 3_600_000);
  const step = (days: number, run: DemoStep["run"]) => ({ at: new Date(dayAfter(days)), run });
  const { outcome } = planned;
  return [
    step(0, (app) => request(app, planned)),
    ...(outcome.approvedAfter === undefined
      ? []
      : [step(outcome.approvedAfter, (app, adminId) => decide(app, planned, adminId, "approved"))]),
    ...(outcome.paidAfter === undefined
      ? []
      : [step(outcome.paidAfter, (app, adminId) => decide(app, planned, adminId, "paid"))]),
    ...(outcome.rejectedAfter === undefined
      ? []
      : [step(outcome.rejectedAfter, (app, adminId) => decide(app, planned, adminId, "rejected"))]),
  ];
}

async function request(app: App, planned: PlannedWithdrawal): Promise<void> {
  if (await find(app, planned)) return;
  const { person } = planned;
  const amount = await amountOf(app, planned);
  const method = app.terms.payoutMethods.includes(planned.method)
    ? planned.method
    : app.terms.payoutMethods[0];
  // Other terms than the usual ones: then this partner has not asked for anything.
  if (amount < app.terms.minimumWithdrawal || method === undefined) return;
  const destination = destinationOf(person, method);
  await requestWithdrawal(app, person.id, { amount, method, destination, idempotencyKey: keyOf(planned) });
}

async function amountOf(app: App, { person, percent }: PlannedWithdrawal): Promise<MicroEuros> {
  const { available } = await readBalance(app, person.id);
  if (percent !== "lapsing soon") return floorToCent(microEuros((available * BigInt(percent)) / 100n));
  const then = new Date(app.now().getTime() + LAPSING_DAYS * 86_400_000);
  const left = await readBalance({ ...app, now: () => then }, person.id);
  const lapsing = floorToCent(subtract(available, left.available));
  const amount = max(lapsing, app.terms.minimumWithdrawal);
  return amount > available ? microEuros(0n) : amount;
}

async function decide(
  app: App,
  planned: PlannedWithdrawal,
  adminId: string,
  to: Exclude<WithdrawalStatus, "requested">,
): Promise<void> {
  const withdrawal = await find(app, planned);
  if (!withdrawal || !canTransition(withdrawal.status, to)) return;
  const decision = { id: withdrawal.id, version: withdrawal.version, adminId };
  if (to === "approved") await approveWithdrawal(app, decision);
  if (to === "paid") await markWithdrawalPaid(app, { ...decision, reference: referenceOf(planned) });
  if (to === "rejected") await rejectWithdrawal(app, { ...decision, reason: planned.outcome.reason ?? "" });
}

function find(app: App, planned: PlannedWithdrawal) {
  return app.database.orm.em
    .fork()
    .findOne(WithdrawalEntity, { partnerId: planned.person.id, idempotencyKey: keyOf(planned) });
}

function keyOf({ person, day }: PlannedWithdrawal): string {
  return `demo ${person.email} ${day}`;
}

function referenceOf(planned: PlannedWithdrawal): string {
  return `${planned.method === "bank" ? "SEPA" : "PP"}-${createRandom(keyOf(planned)).hex(8).toUpperCase()}`;
}

/** Numbers that banks print in their examples: valid, and nobody's. */
const EXAMPLE_IBANS = { fr: "FR76 3000 6000 0112 3456 7890 189", en: "GB29 NWBK 6016 1331 9268 19" } as const;

function destinationOf({ email, locale }: DemoPerson, method: PayoutMethod): DestinationFields {
  if (method === "paypal") return { email };
  const [name = ""] = email.split("@");
  const holder = name
    .split(".")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(" ");
  return { iban: EXAMPLE_IBANS[locale], holder };
}
