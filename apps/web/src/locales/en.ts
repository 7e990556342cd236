import { app } from "./en/app.ts";
import { firstPage } from "./en/first-page.ts";

/** The English wording; its keys are the keys of every language. Plurals come as `_one`, `_many` and `_other`. */
export const en = { ...firstPage, ...app } as const;
