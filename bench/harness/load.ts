import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { LoadPlan, LoadResult, TrafficResult } from "../load/plan.ts";

const GENERATOR = path.resolve(import.meta.dirname, "../load/main.ts");

/** Puts load on a server from a process of its own, and resolves with what came back. */
export async function load(plan: LoadPlan): Promise<LoadResult> {
  const child = fork(GENERATOR, { serialization: "advanced" });
  child.send(plan);
  const ended = once(child, "exit");
  const [result] = await Promise.race([
    once(child, "message") as Promise<[LoadResult]>,
    ended.then(([code]) => Promise.reject(new Error(`the load generator ended with ${code}`))),
  ]);
  await ended;
  return result;
}

/** Whether every answer was 200 and, in GraphQL, without errors. */
export function allSucceeded(results: readonly TrafficResult[], success = "200"): boolean {
  return results.every(
    ({ answered, errors }) => errors === 0 && Object.keys(answered).every((status) => status === success),
  );
}
