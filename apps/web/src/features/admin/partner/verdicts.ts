import type { Verdict } from "../../../generated/schema.ts";

/** A partner's own events never have an unknown partner. */
type PartnerVerdict = Exclude<Verdict, "UNKNOWN_PARTNER">;

const ORDER: Record<PartnerVerdict, number> = {
  COUNTED: 0,
  DUPLICATE: 1,
  VELOCITY: 2,
  BOT: 3,
  PREFETCH: 4,
  SELF_CLICK: 5,
  INVALIDATED: 6,
  SUSPENDED: 7,
  UNKNOWN_LINK: 8,
};

/** Every verdict that a partner's events can have, the frequent ones first; one added to the schema does not compile until it is here. */
export const VERDICTS = (Object.keys(ORDER) as PartnerVerdict[]).toSorted((a, b) => ORDER[a] - ORDER[b]);
