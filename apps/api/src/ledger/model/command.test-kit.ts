import { isDeepStrictEqual } from "node:util";
import type { AsyncCommand } from "fast-check";
import { expect } from "vitest";
import type { Answer, Operation } from "./answer.test-kit.ts";
import type { Real } from "./stage.test-kit.ts";
import type { Tally } from "./tally.test-kit.ts";
import { balanceIn, type World } from "./world.test-kit.ts";

/** Decides what to do in the world as it is: nothing where there is nothing to do it to. */
export type Plan = (world: World) => readonly Operation[];

export interface Player {
  readonly real: Real;
  readonly tally: Tally;
}

/**
 * A step of a history. What it plans is sent at once; afterwards all answers, and the balances of both partners, must be
 * those of the model after the same operations in some order. Written as the code that makes it.
 */
export class Command implements AsyncCommand<World, Player> {
  readonly plan: Plan;
  readonly #text: string;

  constructor(text: string, plan: Plan) {
    this.#text = text;
    this.plan = plan;
  }

  check(): boolean {
    return true;
  }

  toString(): string {
    return this.#text;
  }

  async run(world: World, { real, tally }: Player): Promise<void> {
    const operations = this.plan(world);
    if (operations.length === 0) return;
    const answers = await Promise.all(operations.map((operation) => operation.send(real)));
    const found = { answers, balances: await real.balances() };
    const explanations = orders(operations.length).map((order) => explain(world, operations, order));
    const fitting = explanations.findIndex(({ wanted }) => isDeepStrictEqual(found, wanted));
    const explanation = explanations[fitting];
    if (!explanation) {
      const message = operations.length === 1 ? this.#text : `no order explains ${this.#text}`;
      expect(found, message).toEqual(explanations[0]?.wanted);
      throw new Error(message);
    }
    Object.assign(world, explanation.world);
    operations.forEach(({ kind }, index) => {
      for (const word of answers[index]?.said ?? []) tally.add(`${kind} ${word}`);
    });
    if (operations.length > 1) tally.add(fitting === 0 ? "at once" : "at once, in another order");
  }
}

/** What would be there if the operations had been done one after the other, in this order. */
function explain(world: World, operations: readonly Operation[], order: readonly number[]) {
  const copy = operations.length === 1 ? world : structuredClone(world);
  const answers: Answer[] = [];
  for (const index of order) {
    const answer = operations[index]?.predict(copy);
    if (answer) answers[index] = answer;
  }
  return { world: copy, wanted: { answers, balances: [balanceIn(copy, 0), balanceIn(copy, 1)] } };
}

/** All orders of so many things; the given one first. */
function orders(count: number): number[][] {
  if (count === 0) return [[]];
  return orders(count - 1)
    .flatMap((order) =>
      Array.from({ length: count }, (_, place) => order.toSpliced(count - 1 - place, 0, count - 1)),
    )
    .sort((a, b) => (a.join() < b.join() ? -1 : 1));
}
