import { DomainError } from "@contentflow/domain/errors";

const MINUTE = 60_000;
const DAYS_BACK = 7;
const MINUTES_AHEAD = 5;

/**
 * An event may be sent up to 7 days after it occurred; clocks may differ by 5 minutes.
 * @throws DomainError INVALID_EVENT
 */
export function assertRecent(occurredAt: Date, now: Date): void {
  const age = now.getTime() - occurredAt.getTime();
  if (age > DAYS_BACK * 24 * 60 * MINUTE) throw refuse(`is more than ${DAYS_BACK} days ago`);
  if (age < -MINUTES_AHEAD * MINUTE) throw refuse(`is more than ${MINUTES_AHEAD} minutes ahead`);
}

/**
 * Moving in from another system, an event may be of any age, but not from the future, nor from a time before there were
 * such events.
 * @throws DomainError INVALID_EVENT
 */
export function assertPast(occurredAt: Date, now: Date): void {
  if (occurredAt.getUTCFullYear() < 1990) throw refuse("is before 1990");
  if (occurredAt.getTime() > now.getTime() + MINUTES_AHEAD * MINUTE) {
    throw refuse(`is more than ${MINUTES_AHEAD} minutes ahead`);
  }
}

function refuse(reason: string): DomainError {
  return new DomainError("INVALID_EVENT", { field: "occurredAt", reason });
}
