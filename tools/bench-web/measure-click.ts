import { ask } from "../../apps/web/e2e/sign-in-by-http.ts";
import { add, formatEuros, parseRate } from "../../packages/domain/src/money.ts";
import type { DemoVisit } from "../demo/visit-demo.ts";
import { inPageSees, inPageShows } from "./in-page.ts";

/** One click, in milliseconds. */
export interface ClickSample {
  /** From sending the click. */
  readonly sinceSent: number;
  /** From the answer that sends the visitor on, which means that the click is counted. */
  readonly sinceCounted: number;
}

const EARNINGS = { path: "/partners/earnings" };
const OLDEST_FIREFOX = 60;

/** Clicks, each by another visitor, until the new amount is on the open page of the partner whose link it is. */
export async function measureClicks(demo: DemoVisit, clicks: number): Promise<ClickSample[]> {
  const { url, available, epc } = await readAccount(demo);
  const context = await demo.visit("partner");
  const page = await context.newPage();
  await page.goto(demo.urlOf(EARNINGS), { waitUntil: "networkidle" });
  const samples: ClickSample[] = [];
  let amount = parseRate(available);
  // One more than counts: the first one also warms up.
  for (let visitor = 0; samples.length <= clicks; visitor += 1) {
    amount = add(amount, parseRate(epc));
    const text = EUROS.format(formatEuros(amount) as `${number}`);
    const stoodThere = await page.evaluate(inPageShows, text);
    const seen = page.evaluate(inPageSees, text);
    const sent = Date.now();
    await click(url, visitor);
    const counted = Date.now();
    const at = await seen;
    if (!stoodThere) samples.push({ sinceSent: at - sent, sinceCounted: at - counted });
  }
  await context.close();
  return samples.slice(1);
}

const EUROS = new Intl.NumberFormat("en-GB", { style: "currency", currency: "EUR" });

interface Account {
  readonly url: string;
  readonly available: string;
  readonly epc: string;
}

async function readAccount({ origin, partnerSession }: DemoVisit): Promise<Account> {
  const query = "{ balance { available } links(first: 1) { edges { node { url epc } } } }";
  const answer = await ask(origin, query, {}, partnerSession);
  const { data } = (await answer.json()) as {
    data: { balance: { available: string }; links: { edges: { node: { url: string; epc: string } }[] } };
  };
  const [link] = data.links.edges;
  if (!link) throw new Error("the demo's partner has no link");
  return { ...link.node, available: data.balance.available };
}

/** A visitor is told from another by the name of the browser, too. */
async function click(url: string, visitor: number): Promise<void> {
  const version = `${OLDEST_FIREFOX + visitor}.0`;
  const { status } = await fetch(url, {
    redirect: "manual",
    headers: {
      "user-agent": `Mozilla/5.0 (X11; Linux x86_64; rv:${version}) Gecko/20100101 Firefox/${version}`,
    },
  });
  if (status !== 302) throw new Error(`a click was answered with ${status}`);
}
