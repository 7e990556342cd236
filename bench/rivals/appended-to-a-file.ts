import { open } from "node:fs/promises";
import { type RivalClick, rivalPool, serveRedirects } from "./serve-redirects.ts";

interface Waiting {
  readonly line: string;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

const pool = await rivalPool("");
const file = await open(process.env["FILE"] ?? "", "a");
let waiting: Waiting[] = [];
let syncing = false;

/**
 * The least that anybody can do whose answered clicks are on disk: a line at the end of a file (FILE), which is synced
 * before its visitor is redirected. No database, no rule, nobody is credited. The lines that came in while the ones before
 * them were synced go together.
 */
async function sync(): Promise<void> {
  syncing = true;
  while (waiting.length > 0) {
    const batch = waiting;
    waiting = [];
    try {
      await file.write(batch.map(({ line }) => line).join(""));
      await file.datasync();
      for (const { done } of batch) done();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }
  syncing = false;
}

function lineOf({ partnerId, linkId, visitor }: RivalClick): string {
  return `${Date.now()}\t${partnerId}\t${linkId}\t${visitor}\n`;
}

await serveRedirects(
  pool,
  (click) =>
    new Promise<void>((done, failed) => {
      waiting.push({ line: lineOf(click), done, failed });
      if (waiting.length === 1 && !syncing) setImmediate(sync);
    }),
);
