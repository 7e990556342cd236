import type { Verdict } from "../../generated/schema.ts";

const ORDER: Record<Verdict, number> = {
  COUNTED: 0,
  DUPLICATE: 1,
  VELOCITY: 2,
  BOT: 3,
  PREFETCH: 4,
  SELF_CLICK: 5,
  INVALIDATED: 6,
  SUSPENDED: 7,
  UNKNOWN_LINK: 8,
  UNKNOWN_PARTNER: 9,
};

/** Every verdict there is, the frequent ones first; one added to the schema does not compile until it is here. */
export const VERDICTS = (Object.keys(ORDER) as Verdict[]).toSorted((a, b) => ORDER[a] - ORDER[b]);
