import * as admin from "./admin-operations.test-kit.ts";
import type { Operation } from "./answer.test-kit.ts";
import { report, takeBack } from "./click-operations.test-kit.ts";
import { Command } from "./command.test-kit.ts";
import {
  type Decision,
  decide as decideOn,
  fits,
  MINIMUM,
  request as requestOf,
} from "./withdrawal-operations.test-kit.ts";
import {
  available,
  DAY,
  MINUTE,
  type ModelEvent,
  START,
  smaller,
  type Where,
  type Who,
  type World,
} from "./world.test-kit.ts";

const CENT = 10_000n;
/** No clock goes further: each day has a partition of events, and many of them would cost more than they tell. */
const LAST = START + 40 * DAY;

/** A click by a visitor who was never here before, or by one with a name, so many minutes ago. */
export interface Click {
  readonly who: Who;
  readonly visitor: "new" | "ann" | "bob";
  readonly where: Where;
  readonly minutesAgo: number;
}

export const clicks = (...made: readonly Click[]): Command =>
  new Command(`clicks(${made.map((one) => JSON.stringify(one)).join(", ")})`, (world) => [
    report(made.map((one) => eventOf(world, one))),
  ]);

function eventOf(world: World, { who, visitor, where, minutesAgo }: Click): ModelEvent {
  const id = newName(world);
  return { id, who, where, visitor: visitor === "new" ? id : visitor, at: world.now - minutesAgo * MINUTE };
}

/** An event is sent once more. */
export const resend = (who: Who, index: number): Command =>
  one(`resend(${who}, ${index})`, (world) => {
    const event = pick(world.partners[who].clicks, index);
    return event && report([event]);
  });

export const invalidate = (who: Who, index: number): Command =>
  one(`invalidate(${who}, ${index})`, (world) => {
    const event = pick(world.partners[who].clicks, index);
    return event && takeBack(event);
  });

export type Part = "all" | "minimum" | "more" | "less";

export const request = (who: Who, part: Part): Command =>
  one(`request(${who}, "${part}")`, (world) => {
    const all = available(world.partners[who]);
    const most = smaller(all, MINIMUM) === MINIMUM ? all : MINIMUM;
    const amount = { all: most, minimum: MINIMUM, more: most + CENT, less: MINIMUM - CENT }[part];
    const key = newName(world);
    return requestOf({ who, key, amount, bank: key.endsWith("5") });
  });

/** A request is sent once more, as it was or with another amount. */
export const retry = (who: Who, index: number, changed: boolean): Command =>
  one(`retry(${who}, ${index}, ${changed})`, (world) => {
    const earlier = pick(world.partners[who].withdrawals, index);
    return earlier && requestOf({ ...earlier, amount: earlier.amount + (changed ? CENT : 0n) });
  });

/** Every other time on one that it fits, if there is any; `stale` by somebody who saw an earlier version. */
export const decide = (who: Who, index: number, to: Decision, stale: boolean): Command =>
  one(`decide(${who}, ${index}, "${to}", ${stale})`, (world) => {
    const all = world.partners[who].withdrawals;
    const fitting = index % 2 === 0 ? [] : all.filter(({ status }) => fits(status, to));
    const chosen = pick(fitting, index) ?? pick(all, index);
    return chosen && decideOn(who, chosen.key, to, chosen.version - (stale ? 1 : 0));
  });

export const correct = (who: Who, kind: "bonus" | "clawback", amount: bigint): Command =>
  one(`correct(${who}, "${kind}", ${amount}n)`, (world) =>
    admin.correct({ who, kind, amount, key: newName(world) }),
  );

/** A correction is sent once more, as it was or with another amount. */
export const correctAgain = (who: Who, index: number, changed: boolean): Command =>
  one(`correctAgain(${who}, ${index}, ${changed})`, (world) => {
    const earlier = pick(world.partners[who].corrections, index);
    return earlier && admin.correct({ ...earlier, amount: earlier.amount + (changed ? CENT : 0n) });
  });

export const suspend = (who: Who): Command => one(`suspend(${who})`, () => admin.setStatus(who, true));
export const reactivate = (who: Who): Command => one(`reactivate(${who})`, () => admin.setStatus(who, false));
export const look = (who: Who): Command => one(`look(${who})`, () => admin.look(who));
export const night = (): Command => one("night()", () => admin.night());
export const changeEpc = (epc: bigint): Command => one(`changeEpc(${epc}n)`, () => admin.changeEpc(epc));

export const wait = (days: number, minutes = 0): Command =>
  one(`wait(${days}, ${minutes})`, ({ now }) => {
    const span = days * DAY + minutes * MINUTE;
    return now + span <= LAST ? admin.wait(span) : undefined;
  });

/** Everything is sent before anything is answered. */
export const atOnce = (...commands: readonly Command[]): Command =>
  new Command(`atOnce(${commands.join(", ")})`, (world) => commands.flatMap(({ plan }) => plan(world)));

/** The very same, twice at once: somebody clicked twice on the button. */
export const twice = (command: Command): Command =>
  new Command(`twice(${command})`, (world) => {
    const planned = command.plan(world);
    return [...planned, ...planned];
  });

/** In a history that became shorter, what was left out. */
export const nothing = new Command("nothing", () => []);

function one(text: string, plan: (world: World) => Operation | undefined): Command {
  return new Command(text, (world) => {
    const operation = plan(world);
    return operation ? [operation] : [];
  });
}

function newName(world: World): string {
  world.names += 1;
  return `n${world.names}`;
}

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(list.length, 1)];
}
