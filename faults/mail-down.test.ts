import { afterEach, expect, it } from "vitest";
import { type SmtpRelay, startSmtpRelay } from "../apps/api/src/testing/smtp-relay.ts";
import { tell } from "./harness/books.ts";
import { askGraphql } from "./harness/graphql.ts";
import { until } from "./harness/until.ts";
import { openWorld, type World } from "./harness/world.ts";

const WISHES = 12;
/** Attempts are made after 1, 2, 4, … seconds: after an outage the next one takes about as long as that lasted. */
const SENT_WITHIN_MS = 90_000;
/** No person notices whether the relay is there. */
const ANSWERED_WITHIN_MS = 2_000;

let world: World;
let relay: SmtpRelay | undefined;
afterEach(async () => {
  await world.close();
  await relay?.stop();
  relay = undefined;
});

it("AC-44 the relay is down, refuses, and is back: sign-in answers as always, one mail for each wish", {
  timeout: 240_000,
}, async () => {
  world = await openWorld();
  const port = Number(new URL(world.relay.url).port);
  const [asAlways] = await wish(1);
  await until("its mail is there", 10_000, () => world.relay.received.length === 1);
  await world.relay.stop();

  const down = await wish(WISHES);
  await until("attempts fail", 10_000, async () => (await world.metric(ATTEMPTS)) >= WISHES);
  relay = await startSmtpRelay({ connect: "421 too busy" }, port);
  const busy = await wish(WISHES);
  await relay.stop();
  // A relay that is killed in the middle looks like this one, which hangs up after the contents.
  relay = await startSmtpRelay({ content: "451 try again" }, port);
  const refused = await wish(WISHES);
  // The server dies with all of it undone, too. (What it is sending at that moment waits for minutes, until it is sure
  // that nobody sends it any more.)
  await until("nothing is being sent", 10_000, async () => (await jobs("state = 'active'")) === 0);
  world.api.signal("SIGKILL");
  await world.api.ended();
  await relay.stop();
  relay = await startSmtpRelay({}, port);
  await world.startApi();
  const backSince = performance.now();

  const wished = [...down, ...busy, ...refused];
  const { received } = relay;
  await until(
    "every mail is there",
    SENT_WITHIN_MS,
    () => new Set(addresses(received)).size === wished.length,
  );
  await until("no mail is waiting", SENT_WITHIN_MS, async () => (await jobs(WAITING)) === 0);
  expect(addresses(received).sort()).toEqual(wished.map(({ email }) => email).sort());
  expect(wished.filter(({ status }) => status !== asAlways?.status)).toEqual([]);
  const sentAfter = Math.round(performance.now() - backSince);
  const slowest = Math.round(Math.max(...wished.map(({ tookMs }) => tookMs)));
  expect(slowest).toBeLessThan(ANSWERED_WITHIN_MS);
  tell(
    `${wished.length} wishes while the relay was away, ${received.length} mails; all out ${sentAfter} ms after it was back; slowest answer ${slowest} ms`,
  );
});

const ATTEMPTS = "contentflow_mails_total";

let wishes = 0;

/** Asks for so many sign-in links, each for somebody else, all of them from different networks. */
async function wish(count: number) {
  return Promise.all(
    Array.from({ length: count }, async () => {
      wishes += 1;
      const email = `wish-${wishes}@example.org`;
      const network = { "x-forwarded-for": `10.1.${wishes}.1` };
      const { status, data, tookMs } = await askGraphql(
        world,
        undefined,
        "RequestMagicLink",
        { email },
        network,
      );
      expect(data).toEqual({ email, expiresInMinutes: 15 });
      return { email, status, tookMs };
    }),
  );
}

function addresses(received: SmtpRelay["received"]): string[] {
  return received.flatMap(({ recipients }) => recipients);
}

const WAITING = "state in ('created', 'retry', 'active')";

async function jobs(which: string): Promise<number> {
  const [row] = await world.sql<{ n: string }>(
    `select count(*) as n from jobs.job where name = 'send-mail' and ${which}`,
  );
  return Number(row?.n);
}
