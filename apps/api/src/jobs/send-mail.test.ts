import { afterEach, expect, it, vi } from "vitest";
import { PermanentMailError } from "../mail/mail.ts";
import { TestClient } from "../testing/client.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";

const ASK = `mutation ($email: String!) { requestMagicLink(email: $email) { email } }`;

let test: TestApp;
afterEach(() => test.close());

it("AC-44 answers as always while the mail server is down, and sends the mail once when it is back", async () => {
  let down = true;
  const attempts: string[] = [];
  test = await createTestApp(
    {},
    {
      async send(_mail, id) {
        attempts.push(id);
        if (down) throw new Error("connect ECONNREFUSED");
      },
    },
  );
  const answer = await new TestClient(test.server).graphql(ASK, { email: "someone@example.org" });
  expect(answer.errors).toEqual([]);
  await vi.waitFor(() => expect(attempts).toHaveLength(1), { timeout: 10_000 });
  down = false;
  await vi.waitFor(() => expect(attempts).toHaveLength(2), { timeout: 20_000 });
  // The same id for every attempt: whoever gets both knows that they are one mail.
  expect(new Set(attempts).size).toBe(1);
  await vi.waitFor(async () => expect(await jobStates()).toEqual(["completed"]), { timeout: 10_000 });
});

it("drops a sign-in mail whose link no longer works", async () => {
  let down = true;
  const attempts: string[] = [];
  test = await createTestApp(
    {},
    {
      async send(_mail, id) {
        attempts.push(id);
        if (down) throw new Error("connect ECONNREFUSED");
      },
    },
  );
  await new TestClient(test.server).graphql(ASK, { email: "late@example.org" });
  await vi.waitFor(() => expect(attempts).toHaveLength(1), { timeout: 10_000 });
  test.setNow(new Date(Date.now() + 16 * 60_000));
  down = false;
  await vi.waitFor(async () => expect(await jobStates()).toEqual(["completed"]), { timeout: 20_000 });
  expect(attempts).toHaveLength(1);
});

it("does not try again what will never be accepted", async () => {
  const attempts: string[] = [];
  test = await createTestApp(
    {},
    {
      async send(_mail, id) {
        attempts.push(id);
        throw new PermanentMailError("no such mailbox");
      },
    },
  );
  await new TestClient(test.server).graphql(ASK, { email: "nobody@example.org" });
  await vi.waitFor(async () => expect(await jobStates()).toEqual(["completed"]), { timeout: 10_000 });
  expect(attempts).toHaveLength(1);
});

async function jobStates(): Promise<string[]> {
  const rows = await test.database.sql<{ state: string }>(
    "select state from jobs.job where name = 'send-mail'",
  );
  return rows.map(({ state }) => state);
}
