import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { pauseBeforeRetry } from "./pause-before-retry.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("addEventListener", listeners.addEventListener.bind(listeners));
  vi.stubGlobal("removeEventListener", listeners.removeEventListener.bind(listeners));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const listeners = new EventTarget();

async function isOverAfter(retries: number, ms: number): Promise<boolean> {
  let over = false;
  void pauseBeforeRetry(retries).then(() => {
    over = true;
  });
  await vi.advanceTimersByTimeAsync(ms);
  return over;
}

it("is short at first", async () => {
  expect(await isOverAfter(0, 500)).toBe(false);
  expect(await isOverAfter(0, 2_000)).toBe(true);
});

it("is never longer than a quarter of a minute and a bit, however long the line was lost", async () => {
  expect(await isOverAfter(40, 14_000)).toBe(false);
  expect(await isOverAfter(40, 16_000)).toBe(true);
});

it("ends when the network is back", async () => {
  const pause = pauseBeforeRetry(40);
  listeners.dispatchEvent(new Event("online"));
  await expect(pause).resolves.toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});
