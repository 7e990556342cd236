import { z } from "zod";
import { type MailTransport, PermanentMailError } from "./mail.ts";
import { mailUuid, parseSender } from "./mail-id.ts";

const TIMEOUT_MS = 15_000;

/** These speak of the account (key, credit, rights) or of load, not of the mail, which goes out once that is mended. */
const WORTH_RETRYING = new Set([401, 402, 403, 408, 429]);

const Problem = z.object({ code: z.string().catch(""), message: z.string().catch("") });

/** Sends through Brevo's HTTP API (v3). `baseUrl` is for tests. */
export function createBrevoTransport(options: {
  apiKey: string;
  from: string;
  baseUrl?: string;
  timeoutMs?: number;
}): MailTransport {
  const { name, address } = parseSender(options.from);
  const sender = name === "" ? { email: address } : { name, email: address };
  const endpoint = new URL("/v3/smtp/email", options.baseUrl ?? "https://api.brevo.com");
  return {
    async send(mail, id) {
      const response = await fetch(endpoint, {
        method: "POST",
        headers: {
          "api-key": options.apiKey,
          accept: "application/json",
          "content-type": "application/json",
        },
        body: JSON.stringify({
          sender,
          to: [{ email: mail.to }],
          subject: mail.subject,
          htmlContent: mail.html,
          textContent: mail.text,
          // Brevo makes its own Message-ID; this is how it knows a mail again (for 30 minutes).
          headers: { idempotencyKey: mailUuid(id) },
        }),
        signal: AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS),
      });
      const body = await response.text();
      if (!response.ok) refuse(response.status, body);
    },
    async close() {},
  };
}

/** Throws what the answer means; returns when it means that the mail was taken by an earlier attempt. */
function refuse(status: number, body: string): void {
  const { code, message } = parseProblem(body);
  if (code === "duplicate_parameter") return;
  const summary = `Brevo answered ${status} ${code} ${message}`.trimEnd();
  if (status >= 400 && status < 500 && !WORTH_RETRYING.has(status)) throw new PermanentMailError(summary);
  throw new Error(summary);
}

function parseProblem(body: string): z.infer<typeof Problem> {
  try {
    return Problem.parse(JSON.parse(body));
  } catch {
    // A proxy in between answers with HTML; the status says enough.
    return { code: "", message: "" };
  }
}
