import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { type Hmac, hmacUnder } from "./hmac.ts";

/** What a derived key is for. One purpose never sees another's key. */
export type Purpose = "magic-link" | "session" | "api-key" | "destination" | "mail" | "visitor-key" | "rate";

/** Everything secret that the application computes, derived from APP_SECRET, or while it is being replaced from both. */
export interface Secrets {
  /** HMAC-SHA-256: what the database holds instead of a token. */
  hmac(purpose: Purpose, data: string | Uint8Array): Buffer;
  /** The same under each secret that is accepted, the current one first: what is looked up may be older than it. */
  hmacs(purpose: Purpose, data: string | Uint8Array): Buffer[];
  /** AES-256-GCM under the current secret: version byte, key id, nonce, tag, ciphertext. */
  seal(purpose: Purpose, text: string): Buffer;
  /** @throws Error when the bytes were not sealed with an accepted secret and this purpose. */
  open(purpose: Purpose, sealed: Uint8Array): string;
  /** Whether these bytes can be opened without APP_SECRET_PREVIOUS. */
  isCurrent(purpose: Purpose, sealed: Uint8Array): boolean;
}

/** Written before keys had ids: which key it was is found out by trying. */
const WITHOUT_ID = 1;
const WITH_ID = 2;
const ID_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** 256 random bits, as text that fits into a URL. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

/** `previous` is what APP_SECRET was before: still accepted, no longer used for anything new. */
export function createSecrets(appSecret: string, previous?: string): Secrets {
  const rings = [appSecret, ...(previous === undefined ? [] : [previous])].map(createRing);
  const [current = createRing(appSecret)] = rings;
  const ringsFor = (purpose: Purpose, sealed: Uint8Array): Ring[] => {
    if (sealed[0] === WITHOUT_ID) return rings;
    if (sealed[0] !== WITH_ID) throw new Error("sealed with an unknown version");
    const id = sealed.subarray(1, 1 + ID_BYTES);
    return rings.filter((ring) => ring.idOf(purpose).equals(id));
  };

  return {
    hmac: (purpose, data) => current.hmacFor(purpose)(data),
    hmacs: (purpose, data) => rings.map((ring) => ring.hmacFor(purpose)(data)),
    seal(purpose, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", current.keyFor(purpose), nonce);
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([Buffer.from([WITH_ID]), current.idOf(purpose), nonce, cipher.getAuthTag(), body]);
    },
    open(purpose, sealed) {
      for (const ring of ringsFor(purpose, sealed)) {
        const text = openWith(ring.keyFor(purpose), sealed);
        if (text !== null) return text;
      }
      throw new Error("sealed with a secret that is not accepted, or changed since");
    },
    isCurrent: (purpose, sealed) =>
      sealed[0] === WITH_ID && ringsFor(purpose, sealed).some((ring) => ring === current),
  };
}

interface Ring {
  keyFor(purpose: Purpose): Buffer;
  hmacFor(purpose: Purpose): Hmac;
  /** Tells keys apart and nothing about them. */
  idOf(purpose: Purpose): Buffer;
}

function createRing(secret: string): Ring {
  const derived = new Map<string, Buffer>();
  const derive = (info: string, bytes: number): Buffer => {
    const known = derived.get(info);
    if (known) return known;
    const key = Buffer.from(hkdfSync("sha256", secret, "contentflow-partners", info, bytes));
    derived.set(info, key);
    return key;
  };
  const keyFor = (purpose: Purpose) => derive(purpose, 32);
  const hmacs = new Map<Purpose, Hmac>();
  return {
    keyFor,
    hmacFor(purpose) {
      const hmac = hmacs.get(purpose) ?? hmacUnder(keyFor(purpose));
      hmacs.set(purpose, hmac);
      return hmac;
    },
    idOf: (purpose) => derive(`${purpose} id`, ID_BYTES),
  };
}

function openWith(key: Buffer, sealed: Uint8Array): string | null {
  const start = sealed[0] === WITH_ID ? 1 + ID_BYTES : 1;
  const nonce = sealed.subarray(start, start + NONCE_BYTES);
  const tag = sealed.subarray(start + NONCE_BYTES, start + NONCE_BYTES + TAG_BYTES);
  if (tag.length !== TAG_BYTES) return null;
  const decipher = createDecipheriv("aes-256-gcm", key, nonce);
  decipher.setAuthTag(tag);
  const body = sealed.subarray(start + NONCE_BYTES + TAG_BYTES);
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
