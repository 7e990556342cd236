import { afterEach, expect, it } from "vitest";
import { type SmtpRelay, startSmtpRelay } from "../apps/api/src/testing/smtp-relay.ts";
import { tell } from "./harness/books.ts";
import { askGraphql } from "./harness/graphql.ts";
import { until } from "./harness/until.ts";
import { openWorld, type World } from "./harness/world.ts";

const WISHES = 12;
/** What a killed server was about to send is taken over by another after a minute, which is looked for once a minute. */
const SENT_WITHIN_MS = 150_000;
/** Two mails of one wish would be attempts of one job, which follow each other within this time. */
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
  await world.relay.stop();

  const down = await wish(WISHES);
  await until("attempts fail", 10_000, async () => (await world.metric(MAILS_RETRIED)) >= WISHES);
  relay = await startSmtpRelay({ connect: "421 too busy" }, port);
  const busy = await wish(WISHES);
  await relay.stop();
  // A relay that is killed in the middle looks like this one, which hangs up after the contents.
  relay = await startSmtpRelay({ content: "451 try again" }, port);
  const refused = await wish(WISHES);
  // The server dies with all of it undone, too.
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
  await until("no mail is waiting", SENT_WITHIN_MS, async () => (await waiting()) === 0);
  expect(addresses(received).sort()).toEqual(wished.map(({ email }) => email).sort());
  expect(wished.filter(({ status }) => status !== asAlways?.status)).toEqual([]);
  const sentAfter = Math.round(performance.now() - backSince);
  const slowest = Math.round(Math.max(...wished.map(({ tookMs }) => tookMs)));
  expect(slowest).toBeLessThan(ANSWERED_WITHIN_MS);
  tell(
    `${wished.length} wishes while the relay was away, ${received.length} mails; all out ${sentAfter} ms after it was back; slowest answer ${slowest} ms`,
  );
});

const MAILS_RETRIED = "contentflow_mails_total";

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

async function waiting(): Promise<number> {
  const [row] = await world.sql<{ n: string }>(
    "select count(*) as n from jobs.job where name = 'send-mail' and state not in ('completed', 'cancelled', 'failed')",
  );
  return Number(row?.n);
}
