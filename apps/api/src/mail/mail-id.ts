import { createHash } from "node:crypto";
import addressparser from "nodemailer/lib/addressparser";

const MAX_LENGTH = 100;

/**
 * `id` in characters that are safe in a file name and in a Message-ID. Two different ids stay different: one that
 * had to be changed carries a digest of what it was.
 */
export function safeMailId(id: string): string {
  const safe = id.replace(/[^A-Za-z0-9_-]/g, "_").slice(0, MAX_LENGTH);
  return safe === id ? id : `${safe}-${digest(id).slice(0, 16)}`;
}

/** The Message-ID of mail `id`, under the sender's own domain, as receivers expect it. */
export function messageIdOf(id: string, from: string): string {
  const domain = parseSender(from).address.split("@").at(-1);
  return `<${safeMailId(id)}@${domain}>`;
}

/** A UUID for mail `id`: the id itself if it is one, else always the same one made from it. */
export function mailUuid(id: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return id;
  const hex = digest(id);
  // Version 8, variant 10: RFC 9562's form for identifiers of one's own making.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Splits `Name <address>` or a bare address.
 *
 * @throws Error when it is not exactly one address
 */
export function parseSender(from: string): { name: string; address: string } {
  const [sender, ...others] = addressparser(from, { flatten: true });
  if (sender === undefined || others.length > 0 || !/^[^@\s]+@[^@\s]+$/.test(sender.address)) {
    throw new Error(`Not a sender address: ${JSON.stringify(from)}`);
  }
  return { name: sender.name, address: sender.address };
}

function digest(id: string): string {
  return createHash("sha256").update(id).digest("hex");
}
