import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { DomainError } from "@contentflow/domain/errors";

/** Before and after unzipping: a few kilobytes can unzip to gigabytes. */
export const MAX_BODY_BYTES = 1_048_576;

const unzip = promisify(gunzip);

/**
 * The events of a request's body as they were sent, unparsed. A line of NDJSON that is not JSON becomes its own refusal.
 * @throws DomainError PAYLOAD_TOO_LARGE, BAD_USER_INPUT
 */
export async function readEvents(
  body: Buffer,
  format: "json" | "ndjson",
  encoding: string | undefined,
): Promise<readonly unknown[]> {
  const text = decode(await decompress(body, encoding));
  return format === "json" ? eventsOfJson(text) : eventsOfLines(text);
}

async function decompress(body: Buffer, encoding: string | undefined): Promise<Buffer> {
  if (encoding === undefined || encoding === "identity") return body;
  if (encoding !== "gzip") throw refuse("Content-Encoding must be gzip or absent");
  try {
    return await unzip(body, { maxOutputLength: MAX_BODY_BYTES });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") {
      throw new DomainError("PAYLOAD_TOO_LARGE", { limit: MAX_BODY_BYTES, unit: "bytes" });
    }
    throw refuse("the body is not gzip");
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refuse("the body is not UTF-8");
  }
}

function eventsOfJson(text: string): readonly unknown[] {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw refuse("the body is not JSON");
  }
  const events = typeof body === "object" && body !== null && "events" in body ? body.events : undefined;
  if (!Array.isArray(events)) throw refuse('the body must be {"events": [...]}');
  return events;
}

function eventsOfLines(text: string): readonly unknown[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): unknown => {
      try {
        return JSON.parse(line);
      } catch {
        return new DomainError("INVALID_EVENT", { reason: "the line is not JSON" });
      }
    });
}

function refuse(reason: string): DomainError {
  return new DomainError("BAD_USER_INPUT", { field: "body", reason });
}
