import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { AckLog, type KnownWithdrawal } from "./ack-log.ts";
import { ask } from "./ask.ts";
import type { Partner, People } from "./people.ts";
import { until } from "./until.ts";
import type { World } from "./world.ts";

const BROWSER =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36";
const EVENTS_IN_BATCH = 20;
/** How long somebody who was told to come again stays away. */
const AGAIN_AFTER_MS = 50;
/** The whole load goes on like before within this time after a fault. */
const GOES_ON_WITHIN_MS = 45_000;

export interface LoadSize {
  readonly clicks?: number;
  readonly events?: number;
  readonly withdrawals?: number;
}

/** People and servers at work, each one thing after another, until `stop`. */
export interface Load {
  readonly log: AckLog;
  /** Waits until of each kind of work so much more has been acknowledged: it goes on. */
  goesOn(more?: number): Promise<void>;
  /** Ends the load; what was not answered is asked again until it is, as its senders would. */
  stop(): Promise<void>;
}

let clicksMade = 0;

export function startLoad(
  world: World,
  people: People,
  { clicks = 6, events = 2, withdrawals = 3 }: LoadSize = {},
): Load {
  const log = new AckLog();
  let stopping = false;

  const click = async (partner: Partner): Promise<void> => {
    clicksMade += 1;
    const host = `c${clicksMade}.example.net`;
    log.clicks.set(host, false);
    const answer = await ask(world.port, `/r/${partner.code}`, {
      headers: {
        "user-agent": BROWSER,
        referer: `https://${host}/`,
        "x-forwarded-for": `10.${(clicksMade >> 16) & 255}.${(clicksMade >> 8) & 255}.${clicksMade & 255}`,
      },
    });
    const done = answer.status === 302 && answer.headers.location === `https://example.org/${partner.id}`;
    if (log.note("click", answer, done) === "done") log.clicks.set(host, true);
    else await pause(AGAIN_AFTER_MS);
  };

  /** A server keeps what was not answered and sends it again. */
  const sendEvents = async (partner: Partner): Promise<void> => {
    const batch = Array.from({ length: EVENTS_IN_BATCH }, () => {
      const id = randomUUID();
      return {
        id,
        kind: "click",
        sessionId: `${partner.id}:${id}`,
        postId: id,
        occurredAt: new Date().toISOString(),
      };
    });
    for (const { id } of batch) log.events.set(id, false);
    await untilAnswered(async () => {
      const answer = await ask(world.port, "/v1/events", {
        method: "POST",
        headers: { authorization: `Bearer ${people.apiKey}`, "content-type": "application/json" },
        body: JSON.stringify({ events: batch }),
      });
      if (log.note("events", answer, answer.status === 200) !== "done") return false;
      for (const { id } of verdictsOf(answer.body)) log.events.set(id, true);
      return true;
    });
  };

  const withdraw = async (partner: Partner, turn: number): Promise<void> => {
    const idempotencyKey = randomUUID();
    const known: KnownWithdrawal = { partnerId: partner.id, id: undefined, statuses: [] };
    log.withdrawals.set(idempotencyKey, known);
    const input = {
      amount: "10.00",
      method: "PAYPAL",
      destination: { email: "payee@example.org" },
      idempotencyKey,
    };
    const id = await mutate(log, "request", partner, "RequestWithdrawal", { input }, known);
    if (id === undefined) return;
    known.id = id;
    if (turn % 4 === 0) return;
    const approved = await decide("ApproveWithdrawal", known, { id, version: 1 });
    if (!approved) return;
    if (turn % 4 === 1)
      await decide("RejectWithdrawal", known, { id, version: 2, reason: "no such account" });
    else await decide("MarkWithdrawalPaid", known, { id, version: 2, reference: `PAY-${id}` });
  };

  const decide = async (
    operation: string,
    known: KnownWithdrawal,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<boolean> =>
    (await mutate(log, "decision", people.admin, operation, variables, known)) !== undefined;

  /** Asks until there is an answer; the id that came, or undefined when the answer was no. */
  const mutate = async (
    { note }: Pick<AckLog, "note">,
    work: "request" | "decision",
    person: People["admin"],
    operation: string,
    variables: Readonly<Record<string, unknown>>,
    known: KnownWithdrawal,
  ): Promise<string | undefined> => {
    let id: string | undefined;
    await untilAnswered(async () => {
      const answer = await person.ask(operation, variables);
      const outcome = note.call(log, work, answer, answer.data !== undefined);
      if (answer.data) {
        id = String(answer.data["id"]);
        known.statuses.push(String(answer.data["status"]).toLowerCase());
      }
      return outcome === "done" || outcome === "refused";
    });
    return id;
  };

  const untilAnswered = async (attempt: () => Promise<boolean>): Promise<void> => {
    while (!(await attempt())) {
      if (world.closing.aborted) return;
      await pause(AGAIN_AFTER_MS);
    }
  };

  const worker = async (
    index: number,
    work: (partner: Partner, turn: number) => Promise<void>,
  ): Promise<void> => {
    for (let turn = index; !stopping && !world.closing.aborted; turn += 1) {
      const partner = people.partners[turn % people.partners.length];
      if (partner) await work(partner, turn);
    }
  };

  const workers = [
    ...Array.from({ length: clicks }, (_, index) => worker(index, click)),
    ...Array.from({ length: events }, (_, index) => worker(index, sendEvents)),
    ...Array.from({ length: withdrawals }, (_, index) => worker(index, withdraw)),
  ];
  const ended = async () => {
    stopping = true;
    await Promise.all(workers);
  };
  return {
    log,
    async goesOn(more = 20) {
      const since = performance.now();
      const enough = () =>
        (clicks === 0 || log.count("click", "done", since) >= more) &&
        (events === 0 || log.count("events", "done", since) >= more / 10) &&
        (withdrawals === 0 || log.count("request", "done", since) >= more / 10);
      await until("the load goes on", GOES_ON_WITHIN_MS, enough);
    },
    stop: ended,
  };
}

interface Verdict {
  readonly id: string;
  readonly status: string;
  readonly replayed?: true;
}

/** The events that were taken; of a batch that is sent again, those that had been taken the first time. */
function verdictsOf(body: string): readonly Verdict[] {
  const { results } = JSON.parse(body) as { results: readonly Verdict[] };
  return results.filter(({ status, replayed }) => status === "counted" || replayed);
}
