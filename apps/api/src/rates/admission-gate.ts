import { DomainError } from "@contentflow/domain/errors";

/** Lets so many in at once; the others wait in line for as long as the line moves. */
export interface AdmissionGate {
  /**
   * Whoever was let in has to `leave`.
   * @throws DomainError SERVICE_UNAVAILABLE when the line is full, or nobody has got on for `stallMs`
   */
  enter(): Promise<void>;
  /** `gotOn` is false for who left for want of what everybody in line waits for: that is no progress. */
  leave(gotOn?: boolean): void;
  /** Enters, works and leaves. @throws DomainError SERVICE_UNAVAILABLE as `enter` */
  pass<T>(work: () => Promise<T>): Promise<T>;
}

export interface GateSettings {
  readonly limit: number;
  readonly stallMs: number;
  readonly maxWaiting: number;
}

/**
 * A crowd and a standstill need different answers: behind many quick requests waiting is worth it, behind a few that
 * hang it is not. Those who wait are told within `stallMs`, and whoever comes after them at once, until somebody gets on.
 */
export function createAdmissionGate({ limit, stallMs, maxWaiting }: GateSettings): AdmissionGate {
  const waiting: { admit(): void; refuse(error: DomainError): void }[] = [];
  let inside = 0;
  let standing = false;
  const refusal = () => new DomainError("SERVICE_UNAVAILABLE", { retryAfterSeconds: 2 });
  // One for all: made anew for everybody who leaves, it would cost more than the gate.
  const stalled = setTimeout(() => {
    standing = waiting.length > 0;
    for (const one of waiting.splice(0)) one.refuse(refusal());
  }, stallMs).unref();
  const leave = (gotOn = true) => {
    const next = waiting.shift();
    if (next) next.admit();
    else inside -= 1;
    if (!gotOn) return;
    standing = false;
    stalled.refresh();
  };
  const enter = (): Promise<void> => {
    if (inside < limit) {
      inside += 1;
      return Promise.resolve();
    }
    if (standing || waiting.length >= maxWaiting) return Promise.reject(refusal());
    return new Promise((admit, refuse) => {
      waiting.push({ admit, refuse });
      if (waiting.length === 1) stalled.refresh();
    });
  };

  return {
    enter,
    leave,
    async pass(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
