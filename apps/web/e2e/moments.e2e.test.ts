import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { audit } from "./audit.ts";
import { type AuditedApp, startAuditedApp } from "./audited-app.ts";
import { PAGE_MOMENTS } from "./page-moments.ts";

let app: AuditedApp;

beforeAll(async () => {
  app = await startAuditedApp();
});
afterAll(() => app.close());

describe.concurrent("a page after something was done on it", () => {
  it.each(PAGE_MOMENTS)("$name", async ({ before, program, reach, ...page }) => {
    const watched = await app.open(page, { ...(before && { before }), ...(program && { program }) });
    await reach(watched.page, watched);
    await watched.quiet();
    expect(await audit(watched)).toEqual([]);
    await watched.page.close();
  });
});
