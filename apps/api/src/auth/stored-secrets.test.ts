import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createServer } from "../server.ts";
import { TestClient } from "../testing/client.ts";
import { dumpDatabase } from "../testing/dump-database.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { createApiKey } from "./create-api-key.ts";
import { mailedToken, requestLink, signedInClient, useLink } from "./sign-in.test-kit.ts";

let test: TestApp;

beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

/** How a secret could look in a dump: as it is, as its bytes, as the bytes it stands for. */
const shapesOf = (secret: string) => [
  secret,
  Buffer.from(secret).toString("hex"),
  Buffer.from(secret).toString("base64").replace(/=+$/, ""),
  Buffer.from(secret, "base64url").toString("hex"),
  Buffer.from(secret, "base64url").toString("base64"),
];

it("AC-29 holds no token, session or key that somebody could use", async () => {
  const { client } = await signedInClient(test, "dump@example.org");
  const session = client.cookie?.split("=")[1] ?? "";
  await requestLink(client, "unused@example.org");
  const unused = await mailedToken(test, "unused@example.org");
  const { key } = await createApiKey(test.app, "contentflow");
  const secrets = [session, unused, key.slice("cf_".length)];
  for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);

  const stored = await dumpDatabase(test);
  expect(stored).toContain("public.sessions ");
  expect(stored).toContain("public.magic_links ");
  const hmac = test.app.secrets.hmac("session", session).toString("hex");
  expect(stored).toContain(hmac);
  for (const shape of secrets.flatMap(shapesOf)) expect(stored.includes(shape)).toBe(false);
});

it("holds no address in the queue of mails", async () => {
  const [queued] = await test.database.sql<{ data: string }>(
    "select data::text as data from jobs.job where name = 'send-mail' limit 1",
  );
  expect(queued?.data).toMatch(/^\{"sealed": "[\w+/=]+"\}$/);
});

it("AC-29 writes none of them, nor an address, into the logs", async () => {
  const lines: string[] = [];
  const log = pino({ level: "trace" }, { write: (line) => void lines.push(line) });
  const server = await createServer({ ...test.app, log });
  try {
    const email = "logged@example.org";
    const client = new TestClient(server);
    await requestLink(client, email);
    const token = await mailedToken(test, email);
    await useLink(client, token);
    expect((await useLink(client, token)).code).toBe("LINK_EXPIRED");
    const session = client.cookie?.split("=")[1] ?? "missing";
    await server.http.inject({
      url: `/partner/login?token=${token}`,
      headers: { cookie: client.cookie ?? "" },
    });
    const logs = lines.join("");
    expect(logs).toContain("/graphql");
    for (const secret of [token, session, email]) expect(logs.includes(secret)).toBe(false);
  } finally {
    await server.close();
  }
});
