import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { DomainError } from "@contentflow/domain/errors";

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Null: longer than `MAX_LINE_BYTES`, and not kept. */
  readonly text: string | null;
}

export const MAX_LINE_BYTES = 65_536;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = "\u{feff}";
const GZIP = Buffer.from([0x1f, 0x8b]);

/** The file ends in the middle or is not what it claims to be. What came before has been handed out. */
export class DamagedFileError extends Error {
  override name = "DamagedFileError";
}

/**
 * The lines of a text file of any size, gzipped or not, a few kilobytes in memory at a time. Lines with nothing in them
 * are left out but counted. `onProgress` gets the bytes of the file that were read so far.
 * @throws DamagedFileError; DomainError BAD_USER_INPUT when there is no such file
 */
export async function* readLines(
  file: string,
  onProgress: (bytes: number) => void = () => {},
): AsyncGenerator<Line> {
  let number = 0;
  for await (const bytes of splitLines(contents(file, onProgress))) {
    number += 1;
    if (bytes === null) {
      yield { number, text: null };
      continue;
    }
    const text = decode(bytes, number === 1);
    if (text.trim() !== "") yield { number, text };
  }
}

async function* contents(file: string, onProgress: (bytes: number) => void): AsyncGenerator<Buffer> {
  const zipped = await isGzip(file);
  const source = createReadStream(file);
  const target = new PassThrough();
  const stages = zipped ? [source, createGunzip(), target] : [source, target];
  // The target carries the error to whoever reads it; here it would only be said twice.
  const done = pipeline(stages).catch(() => {});
  try {
    for await (const chunk of target) {
      onProgress(source.bytesRead);
      yield chunk as Buffer;
    }
  } catch (error) {
    if (String((error as NodeJS.ErrnoException).code).startsWith("Z_"))
      throw new DamagedFileError("damaged gzip file");
    throw error;
  } finally {
    target.destroy();
    await done;
  }
}

/** By its first bytes: names are no reliable witness. */
async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file, "r").catch(refuseFile(file));
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0).catch(refuseFile(file));
    return bytesRead === 2 && buffer.equals(GZIP);
  } finally {
    await handle.close();
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  EACCES: "may not be read",
  EISDIR: "is a folder",
};

function refuseFile(file: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    const reason = REASONS[error.code ?? ""];
    throw reason === undefined ? error : new DomainError("BAD_USER_INPUT", { field: file, reason });
  };
}

/** Null for a line that is too long: its bytes are dropped as they come. */
async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = [];
  let length = 0;
  const append = (part: Buffer): void => {
    length += part.length;
    if (length <= MAX_LINE_BYTES) parts.push(part);
    else parts = [];
  };
  const take = (): Buffer | null => {
    const line = length <= MAX_LINE_BYTES ? Buffer.concat(parts) : null;
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(LINE_FEED); to >= 0; to = chunk.indexOf(LINE_FEED, from)) {
      append(chunk.subarray(from, to));
      yield take();
      from = to + 1;
    }
    append(chunk.subarray(from));
  }
  if (length > 0) yield take();
}

function decode(bytes: Buffer, isFirst: boolean): string {
  const end = bytes.at(-1) === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length;
  const text = bytes.toString("utf8", 0, end);
  return isFirst && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}
