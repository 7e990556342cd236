import { rivalPool, serveRedirects } from "./serve-redirects.ts";

/** Finds the link and recognises the visitor, and records nothing: what is lost before a database is asked at all. */
await serveRedirects(await rivalPool("select"), () => undefined);
