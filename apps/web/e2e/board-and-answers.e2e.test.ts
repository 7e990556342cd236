import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { type BrowserApp, startBrowserApp } from "./browser-app.ts";
import { ask } from "./sign-in-by-http.ts";
import { visitAs } from "./visit-as.ts";

/** Somebody of the demo program whom few follow. */
const FAR_DOWN = "maya@firstdraft.example";
const SETTINGS = { PAYOUT_MIN_EUR: "25.00", EARNINGS_WINDOW_DAYS: "60", VELOCITY_HOUR: "11" };

let app: BrowserApp;

beforeAll(async () => {
  app = await startBrowserApp(SETTINGS, { livedIn: true });
});
afterAll(() => app.close());

function picturesOnFailure(): void {
  onTestFailed(async () => {
    process.stderr.write(`Pictures of the pages: ${await app.takePictures()}\n`);
  });
}

it("shows a partner below the board where they stand, and leaves out who wants to be left out", async () => {
  picturesOnFailure();
  const { page, session } = await visitAs(app, FAR_DOWN);
  await page.goto("/partners/leaderboard?period=all");
  const own = page.getByRole("region", { name: "Your place" });
  const [, rank] = /You are number (\d+) of \d+/.exec((await own.textContent()) ?? "") ?? [];
  expect(Number(rank)).toBeGreaterThan(20);
  await own.getByText(/more pass number \d+/).waitFor();
  const rows = page.getByRole("table").getByRole("row");
  expect(await rows.last().textContent()).toContain(`${rank}You`);
  expect(await page.getByRole("list", { name: "The first three" }).getByRole("listitem").count()).toBe(3);

  const stayOff = "mutation { setLeaderboardListing(listed: false) { onLeaderboard } }";
  expect((await ask(app.origin, stayOff, {}, session)).ok).toBe(true);
  await page.getByRole("link", { name: "90 days" }).click();
  await page.waitForURL("**period=90-days");
  await own.getByText("You stay off the board").waitFor();
  expect(await rows.filter({ hasText: "You" }).count()).toBe(0);
  await own.getByRole("link", { name: "Change it in the settings" }).click();
  await page.waitForURL("**/partner/settings");
});

it("invites a visitor, who has no place on the board", async () => {
  picturesOnFailure();
  const page = await app.visit();
  await page.goto("/partners/leaderboard");
  await page.getByRole("link", { name: "Join the program" }).waitFor();
  expect(await page.getByRole("region", { name: "Your place" }).count()).toBe(0);
});

it("answers with the numbers in force, at addresses that can be passed on", async () => {
  picturesOnFailure();
  const page = await app.visit();
  await page.goto("/partners/faq#window");
  await page.getByText("60 days from the day the money was earned").waitFor();

  const withdraw = page.getByText("any amount from €25.00");
  expect(await withdraw.isVisible()).toBe(false);
  await page.getByRole("heading", { name: "How do I get my money?" }).click();
  await withdraw.waitFor();
  await page.waitForURL("**/partners/faq#withdraw");

  await page.getByRole("heading", { name: "Why didn’t a click count?" }).click();
  await page.getByText("11 in an hour").waitFor();
});
