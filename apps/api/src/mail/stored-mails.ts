import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const StoredMailShape = z.object({
  to: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  at: z.iso.datetime(),
});

/** A mail that was written to a file; `at` is the ISO time of it. */
export type StoredMail = z.infer<typeof StoredMailShape>;

/** One line of the list of written mails; `name` is what `readMail` takes. */
export interface StoredMailSummary {
  name: string;
  to: string;
  subject: string;
  at: string;
}

const NAME = /^[0-9TZ.-]{24}-[A-Za-z0-9_-]+$/;

/** The latest mails in `dir`, newest first. None when the folder does not exist yet. */
export async function listMails(dir: string, limit = 50): Promise<StoredMailSummary[]> {
  const names = (await filesIn(dir))
    .filter((file) => file.endsWith(".eml"))
    .map((file) => file.slice(0, -".eml".length))
    .sort()
    .reverse()
    .slice(0, limit);
  const mails = await Promise.all(names.map(async (name) => ({ name, mail: await readMail(dir, name) })));
  return mails.flatMap(({ name, mail }) =>
    mail === null ? [] : [{ name, to: mail.to, subject: mail.subject, at: mail.at }],
  );
}

/** One written mail, or null when there is none of that name. Any string is safe to pass. */
export async function readMail(dir: string, name: string): Promise<StoredMail | null> {
  if (!NAME.test(name)) return null;
  const json = await readFile(join(dir, `${name}.json`), "utf8").catch(nullWhenMissing);
  return json === null ? null : StoredMailShape.parse(JSON.parse(json));
}

async function filesIn(dir: string): Promise<string[]> {
  return (await readdir(dir).catch(nullWhenMissing)) ?? [];
}

function nullWhenMissing(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
