import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createApiKey } from "../auth/create-api-key.ts";
import { readConfig } from "../config.ts";
import { createApp, type RunningApp } from "../create-app.ts";
import type { Mail } from "../mail/mail.ts";
import { createServer, type Server } from "../server.ts";
import { type GraphqlAnswer, TestClient } from "../testing/client.ts";
import { TEST_ORIGIN } from "../testing/test-app.ts";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";

const EMAIL = "log-reader@example.org";
const IBAN = "DE89370400440532013000";
const IP = "203.0.113.77";
const AGENT = "Mozilla/5.0 (X11; Linux) Gecko/20100101 Firefox/140.0 unmistakable";
const FORGED = '{"level":60,"msg":"forged"}';

const lines: string[] = [];
const mails: Mail[] = [];
/** What must not be in any of them; grows while things happen. */
const secrets: string[] = [EMAIL, "log-reader", IBAN, "0532013000", IP, "unmistakable", "Holder Of It"];
let database: TestDatabase;
let app: RunningApp;
let server: Server;
let dataDir: string;
/** The answer to something that nobody foresaw. */
let unexpected: GraphqlAnswer<unknown>;

/** A whole life with the program, all of it logged as much as possible. */
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "contentflow-logs-"));
  database = await createTestDatabase();
  const secret = "0123456789abcdef0123456789abcdef";
  secrets.push(secret);
  app = await createApp({
    config: readConfig(
      { LINK_HOSTS: "example.org", DATA_DIR: dataDir, TRUSTED_PROXIES: "127.0.0.1" },
      "demo",
    ),
    owner: database.owner,
    publicUrl: TEST_ORIGIN,
    appSecret: secret,
    log: pino({ level: "trace" }, { write: (line) => void lines.push(line) }),
    now: () => new Date(),
    mailTransport: { send: async (mail) => void mails.push(mail), close: async () => {} },
  });
  server = await createServer(app);
  await live();
});
afterAll(async () => {
  await server.close();
  await app.close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

async function live(): Promise<void> {
  const headers = { "x-forwarded-for": IP, "user-agent": AGENT };
  const client = new TestClient(server, headers);
  const ask = (query: string, variables = {}) =>
    client.graphql<Record<string, { code: string }>>(query, variables);
  const get = (url: string, more = {}) =>
    server.http.inject({ url, headers: { ...headers, cookie: client.cookie ?? "", ...more } });

  await ask("mutation ($email: String!) { requestMagicLink(email: $email) { email } }", { email: EMAIL });
  await vi.waitFor(() => expect(mails).toHaveLength(1), { timeout: 15_000, interval: 20 });
  const token = /#token=([\w-]+)/.exec(mails[0]?.text ?? "")?.[1] ?? "missing";
  const signIn = "mutation ($token: String!) { signIn(token: $token) { id } }";
  await ask(signIn, { token });
  await ask(signIn, { token });
  const session = client.cookie?.split("=")[1] ?? "missing";
  const { key } = await createApiKey(app, "logs");
  secrets.push(token, session, key);

  const { data } = await ask(
    'mutation { createLink(input: { destination: "https://example.org/?u=unmistakable" }) { code } }',
  );
  await get(`/r/${data?.["createLink"]?.code}`, { referer: `https://example.org/${EMAIL}` });
  await get(`/r/${EMAIL}`);
  await get(`/partner/login?token=${token}&email=${EMAIL}`);
  await get(`/${encodeURIComponent(`x\n${FORGED}`)}`, {
    "user-agent": `x\n${FORGED}`,
    referer: `x\n${FORGED}`,
  });

  const destination = { iban: IBAN, holder: "Holder Of It" };
  for (const amount of ["10.00", "0.01"]) {
    await ask("mutation ($input: RequestWithdrawalInput!) { requestWithdrawal(input: $input) { id } }", {
      input: { amount, method: "BANK", destination, idempotencyKey: randomUUID() },
    });
  }
  for (const authorization of [`Bearer ${key}`, `Bearer ${key}x`]) {
    await server.http.inject({
      method: "POST",
      url: "/v1/events",
      headers: { ...headers, authorization },
      payload: {
        events: [
          { sessionId: `a:${EMAIL}`, ip: IP, userAgent: AGENT },
          { id: FORGED },
          {
            ...{ id: "forged", kind: "click", sessionId: "a:v", occurredAt: new Date().toISOString() },
            ...{ userAgent: `x\n${FORGED}`, referrer: `https://x\n${FORGED}` },
          },
        ],
      },
    });
  }
  await get("/partner/export.json");
  // The database refuses what nobody foresaw: that is an unexpected error, which is logged with all that is known of it.
  await database.sql("alter table links add constraint none check (title is null)");
  unexpected = await ask(
    'mutation ($title: String) { createLink(input: { destination: "https://example.org/", title: $title }) { code } }',
    {
      title: `${EMAIL} unmistakable`,
    },
  );
  await ask("mutation ($email: String!) { eraseAccount(confirmEmail: $email) }", { email: EMAIL });
}

describe("AC-29 AC-49 the logs of a whole life", () => {
  it("are there", () => {
    const told = lines.map((line) => JSON.parse(line) as { msg?: string; route?: string; status?: number });
    expect(told.filter(({ msg }) => msg === "request").length).toBeGreaterThan(10);
    expect(told.some(({ msg }) => msg === "unexpected error")).toBe(true);
    expect(told.some(({ route }) => route === "/graphql")).toBe(true);
    expect(told.filter(({ status }) => status === 400)).toEqual([]);
  });

  it("hold no address, token, key, account number, network address or browser", () => {
    const logs = lines.join("");
    expect(secrets.filter((secret) => logs.includes(secret))).toEqual([]);
  });

  it("AC-38 tell of what nobody foresaw under the id that the person was told, who was told nothing else", () => {
    const [error] = unexpected.errors;
    expect(error?.extensions.code).toBe("INTERNAL_SERVER_ERROR");
    expect(JSON.stringify(unexpected)).not.toMatch(/insert|links|constraint|violates|stack|node_modules/i);
    const requestId = error?.extensions.details?.["requestId"];
    const told = lines.map(
      (line) => JSON.parse(line) as { requestId?: string; err?: { constraint?: string } },
    );
    const line = told.find(({ requestId: id, err }) => id === requestId && err !== undefined);
    expect(line?.err?.constraint).toBe("none");
  });

  it("cannot be forged: one line for each thing that happened, each of our own making", () => {
    for (const line of lines) {
      expect(line.trimEnd()).not.toContain("\n");
      expect(JSON.parse(line)).not.toMatchObject({ msg: "forged" });
    }
  });
});
