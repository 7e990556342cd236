import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { type BrowserApp, startBrowserApp } from "./browser-app.ts";
import { signInByMail } from "./mailbox.ts";
import { ask, mailedToken, signInByHttp } from "./sign-in-by-http.ts";
import { visitAs } from "./visit-as.ts";

const FRENCH = {
  address: "Adresse e-mail",
  send: "Recevoir un lien",
  sent: "Regardez dans la boîte",
  subject: /lien de connexion/,
  follow: "Me connecter",
  confirm: "Continuer",
};

let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp({ ADMIN_EMAILS: "admin@example.org" });
});
afterAll(() => app.close());

it("leads a visitor through signing in to the page they wanted, in the language of their browser", async () => {
  onTestFailed(async () => {
    process.stderr.write(`Pictures of the pages: ${await app.takePictures()}\n`);
  });
  const page = await app.visit({ locale: "fr-CA" });
  await page.goto("/partners/earnings");
  await page.waitForURL("**/partner/magic?next=*");
  expect(await page.locator("html").getAttribute("lang")).toBe("fr");

  await signInByMail(page, "zoe@example.org", FRENCH);
  await page.waitForURL("**/partners/earnings");
  await page.getByRole("heading", { level: 1, name: "Revenus" }).waitFor();
});

it("says what to do about a link that does not work", async () => {
  onTestFailed(async () => {
    process.stderr.write(`Pictures of the pages: ${await app.takePictures()}\n`);
  });
  const page = await app.visit();
  await page.goto("/partner/login#token=made-up");
  await page
    .getByRole("heading", { level: 1, name: "This link has expired or has already been used" })
    .waitFor();
  await page.getByRole("link", { name: "Ask for a new link" }).click();
  await page.waitForURL("**/partner/magic");
});

it("sends the link again when asked to, and says when it has been often enough", async () => {
  onTestFailed(async () => {
    process.stderr.write(`Pictures of the pages: ${await app.takePictures()}\n`);
  });
  const page = await app.visit();
  await page.clock.install();
  await page.goto("/partner/magic");
  await page.getByLabel("E-mail address").fill("mia@example.org");
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.getByText("Look into the mailbox of mia@example.org").waitFor();

  const again = page.getByRole("button", { name: "Send it again" });
  for (let times = 0; times < 2; times += 1) {
    expect(await again.isDisabled()).toBe(true);
    await page.clock.runFor("01:01");
    await again.click();
    await page.getByText("Sent again. Only the newest link works.").waitFor();
  }
  await page.clock.runFor("01:01");
  await again.click();
  await page.getByText(/Too many attempts\. Try again in 1[45] minutes\./).waitFor();
  await page.getByRole("button", { name: /Send it again in 1[34]:/ }).waitFor();

  await page.getByRole("button", { name: "Use another address" }).click();
  expect(await page.getByLabel("E-mail address").inputValue()).toBe("mia@example.org");
});

it("sends on whoever is signed in already, and tells them so where the link is dead", async () => {
  const { page } = await visitAs(app, "ada@example.org");
  await page.goto("/partner/magic");
  await page.waitForURL("**/partner/portal");
  await page.goto("/partner/login#token=made-up");
  await page.getByText("You don’t need it: you are signed in as ada@example.org.").waitFor();
  await page.getByRole("link", { name: "Go to your pages" }).click();
  await page.waitForURL("**/partner/portal");
});

it("AC-25 a scanner that opens the mailed link, and even runs its page, does not spend it", async () => {
  const token = await mailedToken(app.origin, "scanned@example.org");
  for (const method of ["GET", "HEAD", "GET", "HEAD", "GET", "HEAD"]) {
    const answer = await fetch(`${app.origin}/partner/login#token=${token}`, { method });
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []]);
  }
  const confirm = { name: "Continue as s•••@example.org" };
  for (let scan = 0; scan < 3; scan += 1) {
    const scanner = await app.visit();
    await scanner.goto(`/partner/login#token=${token}`);
    await scanner.getByRole("button", confirm).waitFor();
    expect(await scanner.context().cookies()).toEqual([]);
    await scanner.context().close();
  }
  const page = await app.visit();
  await page.goto(`/partner/login#token=${token}`);
  await page.getByRole("button", confirm).click();
  await page.waitForURL("**/partner/portal");
});

it("AC-28 says of two addresses, or half a header, that they are none, and asks for no mail", async () => {
  const page = await app.visit();
  let asked = 0;
  page.on("request", (request) => {
    if (request.postData()?.includes("RequestMagicLink")) asked += 1;
  });
  await page.goto("/partner/magic");
  for (const text of ["a@x.test, v@y.test", "a@x.test%0ABcc: v@y.test", `${"a".repeat(400)}@x.test`]) {
    await page.getByLabel("E-mail address").fill(text);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await page.getByText("Enter one address such as name@example.org.").waitFor();
  }
  expect(asked).toBe(0);
  expect(await (await fetch(`${app.origin}/dev/mail`)).text()).not.toMatch(/[xy]\.test/);
});

it("AC-30 replaces a cookie that was planted, hides its own from scripts, and leaves a dead one", async () => {
  const token = await mailedToken(app.origin, "cookie@example.org");
  const page = await app.visit();
  const planted = "p".repeat(43);
  await page.context().addCookies([{ name: "session", value: planted, url: app.origin }]);
  await page.goto(`/partner/login#token=${token}`);
  await page.getByRole("button", { name: /^Continue as/ }).click();
  await page.waitForURL("**/partner/portal");

  const [cookie, ...more] = await page.context().cookies();
  expect(more).toEqual([]);
  expect(cookie).toMatchObject({ name: "session", path: "/", httpOnly: true, sameSite: "Lax" });
  expect(cookie?.value).toMatch(/^[\w-]{43}$/);
  expect(cookie?.value).not.toBe(planted);
  expect((cookie?.expires ?? 0) - Date.now() / 1_000).toBeCloseTo(7 * 24 * 3_600, -2);
  expect(await page.evaluate("document.cookie")).toBe("");

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/partners");
  expect(await page.context().cookies()).toEqual([]);
  for (const value of [cookie?.value, planted]) {
    const me = await ask(app.origin, "{ me { id } }", {}, value);
    expect(await me.json()).toEqual({ data: { me: null } });
  }
});

it("AC-31 asks a partner who is suspended in the middle of something to sign in again, and refuses that", async () => {
  const { session: admin } = await signInByHttp(app.origin, "admin@example.org");
  const { page, session } = await visitAs(app, "caught@example.org");
  await page.goto("/partner/links");
  await page.getByLabel("Page it leads to").fill("https://example.org/article");
  const me = await ask(app.origin, "{ me { id } }", {}, session);
  const { data } = (await me.json()) as { data: { me: { id: string } } };
  const suspend = 'mutation ($id: ID!) { suspendPartner(id: $id, reason: "x") { status } }';
  expect(await (await ask(app.origin, suspend, data.me, admin)).json()).toEqual({
    data: { suspendPartner: { status: "SUSPENDED" } },
  });

  await page.getByRole("button", { name: "Make the link" }).click();
  await page.waitForURL("**/partner/magic?next=*");
  const token = await mailedToken(app.origin, "caught@example.org");
  await page.goto(`/partner/login#token=${token}`);
  await page.getByRole("button", { name: /^Continue as/ }).click();
  await page.getByText("This account is suspended.").waitFor();
});
