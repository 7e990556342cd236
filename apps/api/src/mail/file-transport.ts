import { mkdir, readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import MailComposer from "nodemailer/lib/mail-composer";
import { composeMessage } from "./compose-message.ts";
import type { Mail, MailTransport } from "./mail.ts";
import { safeMailId } from "./mail-id.ts";
import type { StoredMail } from "./stored-mails.ts";

/**
 * Writes each mail to `<dir>/<time>-<id>.eml` instead of sending it, with its parts in a `.json` beside it for the
 * page that shows them. The folder is for this user's eyes only: the mails hold sign-in links.
 */
export function createFileTransport(options: { dir: string; from: string; now: () => Date }): MailTransport {
  const { dir, from, now } = options;
  return {
    async send(mail, id) {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      if (await isStored(dir, id)) return;
      const at = now();
      const name = `${fileTime(at)}-${safeMailId(id)}`;
      const stored: StoredMail = { ...mail, at: at.toISOString() };
      await writeAtomically(join(dir, `${name}.json`), JSON.stringify(stored, null, 2));
      // Last, because whoever finds the .eml counts on the .json being there.
      await writeAtomically(join(dir, `${name}.eml`), await buildEml(mail, id, from, at));
    },
    async close() {},
  };
}

/** Colons are not allowed in file names everywhere. Always 24 characters, so that names sort by time. */
function fileTime(at: Date): string {
  return at.toISOString().replaceAll(":", "-");
}

async function isStored(dir: string, id: string): Promise<boolean> {
  const ending = `${safeMailId(id)}.eml`;
  const afterTime = fileTime(new Date(0)).length + 1;
  return (await readdir(dir)).some((name) => name.slice(afterTime) === ending);
}

function buildEml(mail: Mail, id: string, from: string, date: Date): Promise<Buffer> {
  const message = composeMessage(mail, id, from);
  return new MailComposer({ ...message, date, newline: "win" }).compile().build();
}

async function writeAtomically(path: string, content: string | Buffer): Promise<void> {
  const temporary = `${path}.tmp`;
  await writeFile(temporary, content, { mode: 0o600 });
  await rename(temporary, path);
}
