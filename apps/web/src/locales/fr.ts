import type { Catalog } from "./catalog.ts";
import { admin } from "./fr/admin.ts";
import { partner } from "./fr/partner.ts";
import { visitor } from "./fr/visitor.ts";

export const fr: Catalog = { ...visitor, ...partner, ...admin };
