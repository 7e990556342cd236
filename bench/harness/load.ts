import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { LoadPlan, LoadResult, TrafficResult } from "../load/plan.ts";

const GENERATOR = path.resolve(import.meta.dirname, "../load/main.ts");

const idle: ChildProcess[] = [];

/** Puts load on a server from a process of its own, and resolves with what came back. */
export async function load(plan: LoadPlan): Promise<LoadResult> {
  // Starting one takes longer than a quick measurement.
  const generator = idle.pop() ?? fork(GENERATOR, { serialization: "advanced" });
  hold(generator);
  generator.send(plan);
  const answered = new AbortController();
  const [result] = await Promise.race([
    once(generator, "message", answered) as Promise<[LoadResult]>,
    once(generator, "exit", answered).then(([code]) =>
      Promise.reject(new Error(`the load generator ended with ${code}`)),
    ),
  ]);
  answered.abort();
  release(generator);
  idle.push(generator);
  return result;
}

/** The benchmark waits for it. */
function hold(generator: ChildProcess): void {
  generator.ref();
  generator.channel?.ref();
}

/** The benchmark may end, and with it this process. */
function release(generator: ChildProcess): void {
  generator.unref();
  generator.channel?.unref();
}

/** Whether every answer was 200 and, in GraphQL, without errors. */
export function allSucceeded(results: readonly TrafficResult[], success = "200"): boolean {
  return results.every(
    ({ answered, errors }) => errors === 0 && Object.keys(answered).every((status) => status === success),
  );
}
