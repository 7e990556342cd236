import { auth } from "./auth.ts";
import { common } from "./common.ts";
import { landing } from "./landing.ts";

export { errors } from "./errors.ts";

/** What the first page says, and what every page shares with it. */
export const firstPage = { ...auth, ...common, ...landing };
