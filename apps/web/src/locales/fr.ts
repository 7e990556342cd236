import type { Catalog } from "./catalog.ts";
import { app } from "./fr/app.ts";
import { firstPage } from "./fr/first-page.ts";

export const fr: Catalog = { ...firstPage, ...app };
