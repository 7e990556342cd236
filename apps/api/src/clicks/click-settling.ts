/** Who waits for rows of a queue to be done, in the order in which they came. */
export interface Settling {
  came(): void;
  went(rows: number): void;
  /** Somebody waits. */
  isAwaited(): boolean;
  /** Resolves when all that has come so far is gone, when `giveUp` is called, or after so long without any going. */
  wait(patienceMs: number): Promise<void>;
  /** Everybody goes on. */
  giveUp(): void;
}

export function createSettling(): Settling {
  let waiting: { readonly after: number; readonly go: () => void }[] = [];
  let came = 0;
  let gone = 0;
  let lastWent = Number.NEGATIVE_INFINITY;

  return {
    came() {
      came += 1;
    },
    went(rows) {
      gone += rows;
      lastWent = performance.now();
      const before = waiting;
      waiting = before.filter(({ after }) => after > gone);
      for (const { after, go } of before) if (after <= gone) go();
    },
    isAwaited: () => waiting.length > 0,
    wait: (patienceMs) =>
      new Promise((resolve) => {
        const since = performance.now();
        const one = {
          after: came,
          go() {
            clearTimeout(timer);
            resolve();
          },
        };
        const look = () => {
          const left = Math.max(since, lastWent) + patienceMs - performance.now();
          if (left > 0) {
            timer = setTimeout(look, left);
            return;
          }
          waiting = waiting.filter((other) => other !== one);
          resolve();
        };
        let timer = setTimeout(look, patienceMs);
        waiting.push(one);
      }),
    giveUp() {
      for (const { go } of waiting.splice(0)) go();
    },
  };
}
