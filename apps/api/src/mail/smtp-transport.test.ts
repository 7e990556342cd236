import { afterEach, describe, expect, it, vi } from "vitest";
import { type RelayReplies, startSmtpRelay } from "../testing/smtp-relay.ts";
import { type Mail, type MailTransport, PermanentMailError } from "./mail.ts";
import { createSmtpTransport, mustStartTls } from "./smtp-transport.ts";

const FROM = "ContentFlow Partners <partners@contentflow.test>";
const mail: Mail = { to: "lea@example.org", subject: "Hello", html: "<p>Hello</p>", text: "Hello" };

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function relay(replies: RelayReplies = {}) {
  const server = await startSmtpRelay(replies);
  cleanups.push(() => server.stop());
  return server;
}

function transportTo(smtpUrl: string): MailTransport {
  const transport = createSmtpTransport({ smtpUrl, from: FROM });
  cleanups.push(() => transport.close());
  return transport;
}

it("hands the mail over, known again by its Message-ID", async () => {
  const server = await relay();
  const transport = transportTo(server.url);
  await transport.send(mail, "wish-1");
  await transport.send(mail, "wish-1");
  expect(server.received.map(({ recipients }) => recipients)).toEqual([
    ["lea@example.org"],
    ["lea@example.org"],
  ]);
  for (const { data } of server.received) {
    expect(data).toContain("Message-ID: <wish-1@contentflow.test>");
    expect(data).toContain("From: ContentFlow Partners <partners@contentflow.test>");
    expect(data).toContain("To: lea@example.org");
    expect(data).toContain("Subject: Hello");
    expect(data).toContain("text/html");
  }
});

it("reuses its connection, and leaves when closed", async () => {
  const server = await relay();
  const transport = transportTo(server.url);
  for (const id of ["a", "b", "c"]) await transport.send(mail, id);
  expect(server.connections()).toBe(1);
  await transport.close();
  await vi.waitFor(() => expect(server.connections()).toBe(0));
});

it.each(["lea@example.org, victim@example.org", "lea@example.org\r\nRCPT TO:<victim@example.org>"])(
  "never writes to a second address hidden in the first (%j)",
  async (to) => {
    const server = await relay();
    await transportTo(server.url)
      .send({ ...mail, to }, "wish-1")
      .catch(() => undefined);
    for (const { recipients } of server.received) {
      expect(recipients).toHaveLength(1);
      expect(recipients).not.toContain("victim@example.org");
    }
  },
);

describe("a refusal", () => {
  it.each([
    ["an address that does not exist", { to: "550 no such user" }],
    ["content refused", { content: "554 looks like spam" }],
  ])("%s is permanent", async (_what, replies: RelayReplies) => {
    const server = await relay(replies);
    await expect(transportTo(server.url).send(mail, "wish-1")).rejects.toBeInstanceOf(PermanentMailError);
  });

  it.each([
    ["greylisting", { to: "450 come back later" }],
    ["a full queue", { content: "452 no space" }],
    ["a sender not yet set up", { from: "550 unknown sender" }],
    ["a busy relay", { connect: "421 too many connections" }],
  ])("%s is worth another attempt", async (_what, replies: RelayReplies) => {
    const server = await relay(replies);
    const error = await transportTo(server.url)
      .send(mail, "wish-1")
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(PermanentMailError);
  });
});

it("goes on once a relay that was down is back", async () => {
  const server = await relay();
  const { port } = new URL(server.url);
  await server.stop();
  cleanups.splice(0);
  const transport = transportTo(`smtp://127.0.0.1:${port}`);
  const error = await transport.send(mail, "wish-1").catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toBeInstanceOf(PermanentMailError);
  const back = await startSmtpRelay({}, Number(port));
  cleanups.push(() => back.stop());
  await transport.send(mail, "wish-1");
  expect(back.received).toHaveLength(1);
});

it.each([
  ["smtp://user:secret@relay.example.org:587", true],
  ["smtps://user:secret@relay.example.org", false],
  ["smtp://relay.example.org", false],
  ["smtp://user:secret@localhost:1025", false],
])("%s: the password waits for STARTTLS? %s", (url, expected) => {
  expect(mustStartTls(url)).toBe(expected);
});
