import { Connection } from "./connection.ts";
import type { LoadPlan, LoadResult } from "./plan.ts";
import { requestsOf } from "./requests.ts";
import { Tally } from "./tally.ts";

interface Source {
  readonly name: string;
  readonly next: () => string;
  readonly tally: Tally;
}

/** How often requests that are due are sent, where there is a rate. */
const TICK_MS = 4;

/** Sends what the plan says, waits for every answer that is still to come, and counts. */
export async function generate(plan: LoadPlan): Promise<LoadResult> {
  const sources = plan.traffic.map((one) => ({ name: one.name, next: requestsOf(one), tally: new Tally() }));
  const pick = weighted(
    sources,
    plan.traffic.map(({ weight }) => weight),
  );
  const connections: Connection[] = [];
  const open = (): Connection | undefined => {
    if (connections.length >= plan.connections) return undefined;
    const connection = new Connection(plan.port);
    connections.push(connection);
    return connection;
  };
  const startedAt = performance.now();
  const measureFrom = startedAt + plan.warmUpSeconds * 1_000;
  const measureTo = measureFrom + plan.seconds * 1_000;
  let left = plan.requests ?? Number.POSITIVE_INFINITY;
  let broken = 0;
  let unanswered = 0;
  const done = Promise.withResolvers<void>();
  const isOver = () => left <= 0 || performance.now() >= measureTo;

  const send = (connection: Connection, due: number | null, then: () => void): void => {
    const { next, tally } = pick();
    left -= 1;
    unanswered += 1;
    const request = next();
    const dueAt = due ?? performance.now();
    connection.send(request, (answer) => {
      unanswered -= 1;
      const now = performance.now();
      if (answer === null) broken += 1;
      else tally.add(answer, now - dueAt, now >= measureFrom && now < measureTo);
      then();
      if (unanswered === 0 && isOver()) done.resolve();
    });
  };

  let unsent = 0;
  if (plan.rate === undefined) {
    const again = (connection: Connection) => {
      if (!isOver() && !connection.broken) send(connection, null, () => again(connection));
    };
    for (let connection = open(); connection; connection = open()) again(connection);
  } else {
    unsent = await sendAtRate({ rate: plan.rate, open, startedAt, isOver, send });
    if (unanswered === 0) done.resolve();
  }
  await done.promise;
  for (const connection of connections) connection.close();
  const seconds = Math.min(plan.seconds, (performance.now() - measureFrom) / 1_000);
  return {
    byTraffic: Object.fromEntries(sources.map(({ name, tally }) => [name, tally.result(seconds)])),
    broken,
    unsent,
  };
}

interface Rate {
  readonly rate: number;
  /** Undefined: there are as many as may be. */
  open(): Connection | undefined;
  readonly startedAt: number;
  isOver(): boolean;
  send(connection: Connection, due: number | null, then: () => void): void;
}

/** Resolves, when the time is over, with how many requests were due and had no connection to go out on. */
async function sendAtRate({ rate, open, startedAt, isOver, send }: Rate): Promise<number> {
  const free: Connection[] = [];
  const dueAt = (number: number) => startedAt + (number * 1_000) / rate;
  let sent = 0;
  const sendDue = () => {
    while (dueAt(sent) <= performance.now()) {
      // Opened when needed: one on which nothing comes for half a minute is closed.
      const connection = free.pop() ?? open();
      if (!connection) return;
      send(connection, dueAt(sent), () => {
        if (!connection.broken) free.push(connection);
      });
      sent += 1;
    }
  };
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      if (isOver()) {
        clearInterval(timer);
        resolve();
      } else sendDue();
    }, TICK_MS);
  });
  return Math.max(0, Math.floor(((performance.now() - startedAt) * rate) / 1_000) - sent);
}

function weighted(sources: readonly Source[], weights: readonly number[]): () => Source {
  const [only] = sources;
  if (only && sources.length === 1) return () => only;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return () => {
    let rest = Math.random() * total;
    const found = sources.find((_, index) => {
      rest -= weights[index] ?? 0;
      return rest < 0;
    });
    const source = found ?? only;
    if (!source) throw new Error("there is nothing to send");
    return source;
  };
}
