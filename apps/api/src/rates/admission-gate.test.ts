import { expect, it } from "vitest";
import { createAdmissionGate } from "./admission-gate.ts";

const UNAVAILABLE = expect.objectContaining({ code: "SERVICE_UNAVAILABLE" });

function task() {
  let finish = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { finish, run: () => done };
}

it("lets no more in than its limit, and everybody in the end", async () => {
  const gate = createAdmissionGate({ limit: 3, stallMs: 10_000, maxWaiting: 100 });
  let inside = 0;
  let most = 0;
  const visits = Array.from({ length: 50 }, (_, n) =>
    gate.pass(async () => {
      inside += 1;
      most = Math.max(most, inside);
      await Promise.resolve();
      inside -= 1;
      return n;
    }),
  );
  expect(await Promise.all(visits)).toEqual(Array.from({ length: 50 }, (_, n) => n));
  expect(most).toBe(3);
});

it("refuses those who wait behind a standstill, and works again after it", async () => {
  const gate = createAdmissionGate({ limit: 1, stallMs: 20, maxWaiting: 100 });
  const slow = task();
  const first = gate.pass(slow.run);
  await expect(gate.pass(async () => "late")).rejects.toEqual(UNAVAILABLE);
  const later = gate.pass(async () => "later").catch((error: unknown) => error);
  const inThisTurn = new Promise((resolve) => setImmediate(resolve, "still waiting"));
  expect(await Promise.race([later, inThisTurn])).toEqual(UNAVAILABLE);
  slow.finish();
  await first;
  expect(await gate.pass(async () => "next")).toBe("next");
});

it("refuses at once when the line is full", async () => {
  const gate = createAdmissionGate({ limit: 1, stallMs: 10_000, maxWaiting: 1 });
  const slow = task();
  const visits = [gate.pass(slow.run), gate.pass(async () => {})];
  await expect(gate.pass(async () => {})).rejects.toEqual(UNAVAILABLE);
  slow.finish();
  await Promise.all(visits);
});

it("frees a place also when the work fails", async () => {
  const gate = createAdmissionGate({ limit: 1, stallMs: 10_000, maxWaiting: 1 });
  await expect(gate.pass(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await gate.pass(async () => "next")).toBe("next");
});

it("takes those who leave with nothing for no progress", async () => {
  const gate = createAdmissionGate({ limit: 1, stallMs: 20, maxWaiting: 1_000 });
  await gate.enter();
  const failing = setInterval(() => gate.leave(false), 5);
  const told = await Promise.allSettled(Array.from({ length: 100 }, () => gate.enter()));
  clearInterval(failing);
  expect(told.filter(({ status }) => status === "rejected").length).toBeGreaterThan(50);
});
