import { addDays, type Day, dayOf, daysBetween } from "@contentflow/domain/day";
import { DomainError } from "@contentflow/domain/errors";
import type { App } from "../app.ts";
import type { Admin } from "../auth/admin.entity.ts";
import { createAdmin } from "../auth/create-admin.ts";
import type { PendingBatchEvent } from "../clicks/batch-event.ts";
import { recordEvents } from "../clicks/record-events.ts";
import { ConfigError } from "../config.ts";
import { query } from "../db/query.ts";
import { inTransaction } from "../db/transaction.ts";
import { lapseEarnings } from "../ledger/lapse-earnings.ts";
import { verifyLedger } from "../ledger/verify-ledger.ts";
import { LinkEntity } from "../links/link.entity.ts";
import { PartnerEntity } from "../partners/partner.entity.ts";
import { suspendPartner } from "../partners/suspend-partner.ts";
import type { DemoPeople } from "./demo-banner.ts";
import { demoEventsOf } from "./seed-demo-clicks.ts";
import { demoLinksOf } from "./seed-demo-links.ts";
import { DEMO_PEOPLE, type DemoPerson, MAIN_PERSON, SUSPENDED_PERSON } from "./seed-demo-people.ts";
import { stableUuid } from "./seed-demo-random.ts";
import { DEMO_DAYS } from "./seed-demo-withdrawal-plan.ts";
import { demoStepsOf } from "./seed-demo-withdrawals.ts";

const DEMO_ADMIN = "admin@contentflow.example";
/** Receipt of the last batch: whoever finds it finds everything. */
const COMPLETE = stableUuid("demo complete");
const SUSPENDED_AFTER = DEMO_DAYS - 24;
/** Days that are recorded together: a batch may hold a thousand events. */
const STRIDE = 2;
/** The program books what has lapsed every day; here less often is enough to look the same. */
const LAPSE_EVERY = 12;
const PARTITIONS_AT_ONCE = 8;

/**
 * A program to look at, lived through day by day with the same use cases that people use: clicks, then what was asked
 * for and decided. Happens once; started again after it was cut short, it goes on with what is missing. A database in
 * which somebody else is a partner already is left alone, and with `empty` there is the admin only.
 */
export async function seedDemo(app: App, { empty }: { empty: boolean }): Promise<DemoPeople> {
  const admin = await findAdmin(app);
  const state = await readState(app);
  if (!empty && state === "untouched") await insertPeople(app);
  if (!empty && (state === "untouched" || state === "incomplete"))
    await liveThrough(withoutMails(app), admin.id);
  const main = await app.database.orm.em.fork().findOne(PartnerEntity, { id: MAIN_PERSON.id });
  return { partner: main?.email, admin: admin.email };
}

async function findAdmin(app: App): Promise<Admin> {
  try {
    return await createAdmin(app, app.config.adminEmails[0] ?? DEMO_ADMIN);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new ConfigError([
      "ADMIN_EMAILS: its first address is a partner's, and nobody may approve their own money",
    ]);
  }
}

async function readState(app: App): Promise<"untouched" | "incomplete" | "complete" | "foreign"> {
  const [row] = await query<{ anybody: boolean; begun: boolean; complete: boolean }>(
    app.database.orm.em.fork(),
    `select exists (select from partners) as anybody,
      exists (select from partners where id = $1) as begun,
      exists (select from event_receipts where key = $2) as complete`,
    [MAIN_PERSON.id, COMPLETE],
  );
  if (row?.complete) return "complete";
  if (row?.begun) return "incomplete";
  return row?.anybody ? "foreign" : "untouched";
}

async function insertPeople(app: App): Promise<void> {
  const firstDay = addDays(dayOf(app.now()), -DEMO_DAYS);
  const people = DEMO_PEOPLE.filter(({ email }) => !app.config.adminEmails.includes(email));
  const joined = ({ joinedAfter }: DemoPerson, minutes: number) =>
    new Date(startOf(addDays(firstDay, joinedAfter)).getTime() + (8 * 60 + minutes) * 60_000);
  await inTransaction(app.database, async (em) => {
    await em.insertMany(
      PartnerEntity,
      people.map((person, place) => ({
        id: person.id,
        email: person.email,
        locale: person.locale,
        createdAt: joined(person, place),
      })),
    );
    await em.insertMany(
      LinkEntity,
      people.flatMap((person) =>
        demoLinksOf(person).map((link, place) => ({
          ...link,
          partnerId: person.id,
          createdAt: joined(person, 60 * (place + 1)),
        })),
      ),
    );
  });
}

async function liveThrough(app: App, adminId: string): Promise<void> {
  const { createdAt } = await app.database.orm.em.fork().findOneOrFail(PartnerEntity, { id: MAIN_PERSON.id });
  const firstDay = dayOf(createdAt);
  const until = app.now();
  const today = dayOf(until);
  await preparePartitions(app, firstDay, today);
  await liveUntilToday(app, { adminId, firstDay, today, until });
  await lapseEarnings(app);
  await record(app, [...demoEventsOf(today, firstDay, until), lastView(until)], COMPLETE);
  await verifyLedger(app);
}

interface Span {
  readonly adminId: string;
  readonly firstDay: Day;
  readonly today: Day;
  readonly until: Date;
}

async function liveUntilToday(app: App, { adminId, firstDay, today, until }: Span): Promise<void> {
  for (let day = firstDay; day < today; day = addDays(day, STRIDE)) {
    const days = Array.from({ length: STRIDE }, (_, n) => addDays(day, n)).filter((one) => one < today);
    // First the steps: what is asked for then has been earned on the days before.
    for (const { at, run } of days.flatMap((one) => demoStepsOf(one, firstDay))) {
      await run({ ...app, now: () => at }, adminId);
    }
    if (days.includes(addDays(firstDay, SUSPENDED_AFTER))) await suspendOnce(app, adminId);
    const age = daysBetween(firstDay, day);
    if (age > app.terms.earningsWindowDays && age % LAPSE_EVERY === 0) {
      await lapseEarnings({ ...app, now: () => startOf(day) });
    }
    const events = days.flatMap((one) => demoEventsOf(one, firstDay, until));
    // Recorded as of then, or what lapses in the meantime would have lapsed before anybody could withdraw it.
    const then = new Date(Math.min(until.getTime(), Date.parse(`${days.at(-1)}T23:59:59.999Z`)));
    await record({ ...app, now: () => then }, events, stableUuid(`demo days from ${day}`));
  }
}

/** Several in one transaction, each of which costs more than what it does here. */
async function preparePartitions(app: App, from: Day, to: Day): Promise<void> {
  for (let first = from; first <= to; first = addDays(first, PARTITIONS_AT_ONCE)) {
    const last = addDays(first, PARTITIONS_AT_ONCE - 1);
    await app.database.pool.query(
      "select ensure_event_partition(day::date) from generate_series($1::date, $2::date, interval '1 day') as day",
      [first, last < to ? last : to],
    );
  }
}

async function record(app: App, events: readonly PendingBatchEvent[], receipt: string): Promise<void> {
  await recordEvents(app, events, { bookOn: "occurrence", receipt, keepReceipts: true });
}

/** Even a demo that starts at midnight has something to record: its last batch is what says that it is complete. */
function lastView(until: Date): PendingBatchEvent {
  const [{ id: linkId }] = demoLinksOf(MAIN_PERSON);
  return { kind: "view", occurredAt: until, partnerId: MAIN_PERSON.id, visitor: "demo", linkId };
}

async function suspendOnce(app: App, adminId: string): Promise<void> {
  const { id: partnerId } = SUSPENDED_PERSON;
  const person = await app.database.orm.em.fork().findOne(PartnerEntity, { id: partnerId });
  if (person?.status !== "active") return;
  await suspendPartner(app, {
    partnerId,
    adminId,
    reason: "Most of the clicks came from one rented network.",
  });
}

function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** These withdrawals are history: nobody is waiting to hear about them. */
function withoutMails(app: App): App {
  return { ...app, jobs: { ...app.jobs, enqueueMail: async () => {} } };
}
