import type { en } from "./en.ts";

type Wording<T> = { readonly [K in keyof T]: T[K] extends string ? string : Wording<T[K]> };

/** Every catalog has the keys of the English one: a missing or an extra key does not compile. */
export type Catalog = Wording<typeof en>;
