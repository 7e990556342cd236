import { admin } from "./en/admin.ts";
import { partner } from "./en/partner.ts";
import { visitor } from "./en/visitor.ts";

/** The English wording; its keys are the keys of every language. Plurals come as `_one`, `_many` and `_other`. */
export const en = { ...visitor, ...partner, ...admin } as const;
