import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createFileTransport } from "./file-transport.ts";
import type { Mail } from "./mail.ts";
import { listMails, readMail } from "./stored-mails.ts";

const FROM = "ContentFlow Partners <partners@contentflow.test>";
const mail: Mail = {
  to: "léa@example.org",
  subject: "Votre lien de connexion à ContentFlow",
  html: '<a href="https://example.org/partner/login#token=a=b">Me connecter</a>',
  text: "Me connecter\nhttps://example.org/partner/login#token=a=b\n",
};

let root: string;
let dir: string;
let at: Date;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mail-"));
  dir = join(root, "not", "yet", "there");
  at = new Date("2026-11-22T21:05:06.007Z");
});

afterEach(() => rm(root, { recursive: true }));

const transport = () => createFileTransport({ dir, from: FROM, now: () => at });

it("gives back what was sent", async () => {
  await transport().send(mail, "wish-1");
  const [listed] = await listMails(dir);
  expect(listed).toEqual({
    name: "2026-11-22T21-05-06.007Z-wish-1",
    to: mail.to,
    subject: mail.subject,
    at: "2026-11-22T21:05:06.007Z",
  });
  expect(await readMail(dir, listed?.name ?? "")).toEqual({ ...mail, at: at.toISOString() });
});

it("writes a complete MIME message, and leaves nothing half-written behind", async () => {
  await transport().send(mail, "wish-1");
  const names = await readdir(dir);
  expect(names.sort()).toEqual([
    "2026-11-22T21-05-06.007Z-wish-1.eml",
    "2026-11-22T21-05-06.007Z-wish-1.json",
  ]);
  const eml = await readFile(join(dir, "2026-11-22T21-05-06.007Z-wish-1.eml"), "utf8");
  expect(eml).toContain("Message-ID: <wish-1@contentflow.test>");
  expect(eml).toContain("From: ContentFlow Partners <partners@contentflow.test>");
  expect(eml).toContain("multipart/alternative");
  expect(eml).toContain("Date: Sun, 22 Nov 2026 21:05:06 +0000");
  expect(eml).toContain("\nhttps://example.org/partner/login#token=a=b\r\n");
});

it("keeps sign-in links from other users of the machine", async () => {
  await transport().send(mail, "wish-1");
  expect((await stat(dir)).mode & 0o077).toBe(0);
  for (const name of await readdir(dir)) expect((await stat(join(dir, name))).mode & 0o077).toBe(0);
});

it("writes a mail once, however often it is tried", async () => {
  await transport().send(mail, "wish-1");
  at = new Date("2026-11-22T21:06:00Z");
  await transport().send(mail, "wish-1");
  await transport().send(mail, "1");
  expect((await listMails(dir)).map((listed) => listed.name.slice(25))).toEqual(["1", "wish-1"]);
});

it("lists the newest first, and no more than asked for", async () => {
  for (const [index, id] of ["a", "b", "c"].entries()) {
    at = new Date(Date.UTC(2026, 10, 22, 12, index));
    await transport().send({ ...mail, subject: id }, id);
  }
  expect((await listMails(dir, 2)).map((listed) => listed.subject)).toEqual(["c", "b"]);
});

it("stays in its folder whatever the id", async () => {
  await transport().send(mail, "../../etc/passwd\r\nBcc: v@example.org");
  const names = await readdir(dir);
  expect(names).toHaveLength(2);
  for (const name of names) expect(name).toMatch(/^[A-Za-z0-9._-]+$/);
  const eml = await readFile(join(dir, names.find((name) => name.endsWith(".eml")) ?? ""), "utf8");
  expect(eml).not.toMatch(/^Bcc/m);
});

it.each(["", "..", "../secret", "2026-11-22T21-05-06.007Z-../../secret", "2026-11-22T21-05-06.007Z-none"])(
  "has no mail named %j, even where a file outside answers to it",
  async (name) => {
    await mkdir(join(dir, "2026-11-22T21-05-06.007Z-.."), { recursive: true });
    const secret = JSON.stringify({ ...mail, at: at.toISOString() });
    await writeFile(join(dir, "..", "secret.json"), secret);
    await writeFile(join(dir, "secret.json"), secret);
    expect(await readMail(dir, name)).toBeNull();
  },
);

it("has no mails before the first", async () => {
  expect(await listMails(dir)).toEqual([]);
});
