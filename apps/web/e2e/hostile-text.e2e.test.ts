import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { type BrowserApp, startBrowserApp } from "./browser-app.ts";
import { ask, signInByHttp } from "./sign-in-by-http.ts";
import { answer, askForMoney } from "./withdrawal-requests.ts";

const ADMIN = "admin@example.org";
/** As hostile as an address can be. */
const PARTNER = "=1+1|x=onerror=stolen@example.org";
const HOSTILE = `<img src=x onerror="window.stolen=1"><script>window.stolen=1</script>'"--></textarea>`;

let app: BrowserApp;
let partner: { readonly id: string; readonly session: string };
let admin: string;
let code: string;

/** Everything that a person can enter is markup, and has been shown to whoever it concerns. */
beforeAll(async () => {
  app = await startBrowserApp({ EPC_EUR: "12.34", ADMIN_EMAILS: ADMIN, LINK_HOSTS: "example.org" });
  const { origin } = app;
  admin = (await signInByHttp(origin, ADMIN)).session;
  partner = await signInByHttp(origin, PARTNER);
  const asAdmin = <T>(query: string, variables: Record<string, unknown> = {}) =>
    answer<T>(origin, query, variables, admin);

  const input = { destination: `https://example.org/?q=${HOSTILE}#${HOSTILE}`, title: HOSTILE };
  const create = "mutation ($input: CreateLinkInput!) { createLink(input: $input) { code url } }";
  const { createLink: link } = await answer<{ createLink: { code: string; url: string } }>(
    origin,
    create,
    { input },
    partner.session,
  );
  code = link.code;
  for (const version of [140, 141, 142, 143]) {
    const agent = `Mozilla/5.0 (X11; Linux x86_64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0 ${HOSTILE}`;
    const headers = { "user-agent": agent, referer: `https://example.org/${encodeURI(HOSTILE)}` };
    await fetch(link.url, { redirect: "manual", headers });
  }

  await askForMoney(origin, partner.session, ["10.01", "10.02", "10.03"], PARTNER);
  const { admin: queue } = await asAdmin<{ admin: { withdrawals: { edges: { node: { id: string } }[] } } }>(
    "{ admin { withdrawals(first: 3, sort: NEWEST) { edges { node { id } } } } }",
  );
  const [rejected, paid] = queue.withdrawals.edges.map(({ node }) => node.id);
  const reason = HOSTILE;
  const reject = `mutation ($id: ID!, $reason: String!) { rejectWithdrawal(id: $id, version: 1, reason: $reason) { id } }`;
  await asAdmin(reject, { id: rejected, reason });
  await asAdmin("mutation ($id: ID!) { approveWithdrawal(id: $id, version: 1) { id } }", { id: paid });
  const pay = `mutation ($id: ID!, $reason: String!) { markWithdrawalPaid(id: $id, version: 2, reference: $reason) { id } }`;
  await asAdmin(pay, { id: paid, reason });
  const correct = "mutation ($input: CorrectBalanceInput!) { correctBalance(input: $input) { id } }";
  for (const kind of ["BONUS", "CLAWBACK"]) {
    const correction = { partnerId: partner.id, kind, amount: "1.00", reason, idempotencyKey: kind };
    await asAdmin(correct, { input: correction });
  }
  for (const change of ["suspendPartner", "reactivatePartner"]) {
    const id = partner.id;
    await asAdmin(`mutation ($id: ID!, $reason: String!) { ${change}(id: $id, reason: $reason) { id } }`, {
      id,
      reason,
    });
  }
  const agent = { "user-agent": HOSTILE };
  partner = { ...partner, ...(await signInByHttp(origin, PARTNER)) };
  await fetch(`${origin}/graphql`, { headers: { ...agent, cookie: `session=${partner.session}` } });
});
afterAll(() => app.close());

async function visit(session: string | undefined): Promise<Page> {
  const page = await app.visit();
  if (session !== undefined) {
    await page.context().addCookies([{ name: "session", value: session, url: app.origin }]);
  }
  return page;
}

/** What became of the markup in a page and its frames: nothing, if all is well. */
async function damageIn(page: Page): Promise<unknown[]> {
  const looks = page
    .frames()
    .map((frame) =>
      frame.evaluate(
        `[window.stolen, document.querySelectorAll("[onerror], img[src=x], body script:not([src])").length]`,
      ),
    );
  return (await Promise.all(looks)).filter((look) => JSON.stringify(look) !== "[null,0]");
}

it("AC-48 markup that people typed is text on every page", async () => {
  onTestFailed(async () => {
    process.stderr.write(`Pictures of the pages: ${await app.takePictures()}\n`);
  });
  const urlText = encodeURIComponent(HOSTILE);
  const nobody = await visit(undefined);
  const asPartner = await visit(partner.session);
  const asAdmin = await visit(admin);
  /** With how often the page must say it: 0 where it is not shown at all. */
  const pages: readonly (readonly [Page, string, number])[] = [
    [asPartner, "/partner/portal", 1],
    [asPartner, "/partners/earnings", 2],
    [asPartner, "/partner/links", 1],
    [asPartner, `/partner/links/${code}`, 1],
    [asPartner, `/partner/links/${urlText}`, 0],
    [asPartner, "/partner/settings", 0],
    [asPartner, `/partner/magic?next=${urlText}`, 0],
    [asAdmin, "/admin/partners/dashboard", 0],
    [asAdmin, "/admin/partners/dashboard?status=all", 2],
    [asAdmin, `/admin/partners/dashboard?search=${urlText}`, 0],
    [asAdmin, `/admin/partners/${partner.id}`, 2],
    [asAdmin, `/admin/partners/${partner.id}?section=ledger`, 2],
    [asAdmin, `/admin/partners/${partner.id}?section=events`, 0],
    [asAdmin, `/admin/partners/${partner.id}?section=history`, 2],
    [asAdmin, `/admin/partners/${urlText}`, 0],
    [nobody, "/partners/leaderboard", 0],
    [nobody, `/partners/${urlText}`, 0],
    [nobody, `/partner/login#token=${urlText}`, 0],
    [nobody, `/r/${urlText}`, 0],
  ];
  const look = async (page: Page, path: string, times: number) => {
    await page.goto(path);
    await page.locator("h1").first().waitFor();
    if (times > 0)
      await page
        .getByText(HOSTILE)
        .nth(times - 1)
        .waitFor();
    expect(await damageIn(page), path).toEqual([]);
  };
  const lookAt = async (whose: Page) => {
    for (const [page, path, times] of pages) if (page === whose) await look(page, path, times);
  };
  await Promise.all([nobody, asPartner, asAdmin].map(lookAt));
});

it("AC-48 markup that people typed is text in every mail", async () => {
  const html = await (await fetch(`${app.origin}/dev/mail`)).text();
  const mails = [...html.matchAll(/href="(\/dev\/mail\/[^"]+)"/g)].map(([, path = ""]) => path);
  const page = await visit(undefined);
  let shown = 0;
  for (const path of ["/dev/mail", ...mails]) {
    await page.goto(path);
    expect(await damageIn(page), path).toEqual([]);
    if (await page.frames().at(-1)?.getByText(HOSTILE).first().isVisible()) shown += 1;
  }
  // Refused, paid, a bonus and a clawback.
  expect(shown).toBe(4);
});

it("AC-48 the API answers with what was typed, as JSON that no browser takes for a page", async () => {
  const response = await ask(app.origin, "{ links { edges { node { title } } } }", {}, partner.session);
  expect(response.headers.get("content-type")).toMatch(/^application\/.*json/);
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await response.json()).toEqual({ data: { links: { edges: [{ node: { title: HOSTILE } }] } } });
});
