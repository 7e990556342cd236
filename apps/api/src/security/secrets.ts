import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** What a derived key is for. One purpose never sees another's key. */
export type Purpose = "magic-link" | "session" | "api-key" | "destination" | "mail" | "visitor-key" | "rate";

/** Everything secret that the application computes, derived from APP_SECRET. */
export interface Secrets {
  /** HMAC-SHA-256: what the database holds instead of a token. */
  hmac(purpose: Purpose, data: string | Uint8Array): Buffer;
  /** AES-256-GCM: version byte, nonce, tag, ciphertext. */
  seal(purpose: Purpose, text: string): Buffer;
  /** @throws Error when the bytes were not sealed with this secret and purpose. */
  open(purpose: Purpose, sealed: Uint8Array): string;
}

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** 256 random bits, as text that fits into a URL. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url");
}

export function createSecrets(appSecret: string): Secrets {
  const keys = new Map<Purpose, Buffer>();
  const keyFor = (purpose: Purpose): Buffer => {
    const known = keys.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync("sha256", appSecret, "contentflow-partners", purpose, 32));
    keys.set(purpose, key);
    return key;
  };
  return {
    hmac: (purpose, data) => createHmac("sha256", keyFor(purpose)).update(data).digest(),
    seal(purpose, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), body]);
    },
    open(purpose, sealed) {
      if (sealed[0] !== VERSION) throw new Error("sealed with an unknown version");
      const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
      const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
      const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), nonce);
      decipher.setAuthTag(tag);
      const body = sealed.subarray(1 + NONCE_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
    },
  };
}
