import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { startSmtpRelay } from "../testing/smtp-relay.ts";
import type { Mail } from "./mail.ts";
import { transportFromConfig } from "./transport-from-config.ts";

const FROM = "partners@contentflow.test";
const mail: Mail = { to: "lea@example.org", subject: "Hello", html: "<p>Hello</p>", text: "Hello" };
const now = () => new Date("2026-11-22T00:00:00Z");

it("writes files when only a folder is configured", async () => {
  const mailDir = await mkdtemp(join(tmpdir(), "mail-"));
  onTestFinished(() => rm(mailDir, { recursive: true }));
  await transportFromConfig({ from: FROM, mailDir }, now).send(mail, "wish-1");
  expect(await readdir(mailDir)).toContain("2026-11-22T00-00-00.000Z-wish-1.eml");
});

it("prefers a real way out to a left-over folder", async () => {
  const mailDir = await mkdtemp(join(tmpdir(), "mail-"));
  onTestFinished(() => rm(mailDir, { recursive: true }));
  const server = await startSmtpRelay();
  const transport = transportFromConfig({ from: FROM, smtpUrl: server.url, brevoApiKey: "k", mailDir }, now);
  onTestFinished(async () => {
    await transport.close();
    await server.stop();
  });
  await transport.send(mail, "wish-1");
  expect(server.received).toHaveLength(1);
  expect(await readdir(mailDir)).toEqual([]);
});

it("says what to set when nothing is", () => {
  expect(() => transportFromConfig({ from: FROM }, now)).toThrow("SMTP_URL or BREVO_API_KEY");
});

it.each(["", "partners", "a@x.test, b@x.test"])("refuses the sender %j", async (from) => {
  expect(() => transportFromConfig({ from, brevoApiKey: "k" }, now)).toThrow("Not a sender address");
});
