import { VERDICTS } from "@contentflow/domain/click";
import { DomainError } from "@contentflow/domain/errors";
import type { App } from "../app.ts";
import { assertPast, assertRecent } from "../clicks/event-age.ts";
import { parseEvent, type SentEvent } from "../clicks/parse-event.ts";
import { recordEvents } from "../clicks/record-events.ts";
import { inLanes } from "../clicks/record-in-lanes.ts";
import { importLines } from "./import-lines.ts";
import type { Output } from "./output.ts";
import { DamagedFileError, readLines } from "./read-lines.ts";

export interface EventImportOptions {
  readonly json: boolean;
  /** Take events of any age and book them on the day they occurred: moving in from another system. */
  readonly backfill: boolean;
  /** Move all times by as much as makes the last event happen now: for demonstrations. */
  readonly rebaseToNow: boolean;
}

type ImportApp = Pick<App, "database" | "terms" | "now" | "metrics">;

/**
 * Records the events of NDJSON files, as `POST /v1/events` would; an id that was recorded before is counted as replayed,
 * so a file can be imported again. Resolves the exit code: 0 unless no line was good.
 */
export async function importEvents(
  app: ImportApp,
  files: readonly string[],
  { json, backfill, rebaseToNow }: EventImportOptions,
  output: Output,
): Promise<number> {
  const shift = rebaseToNow ? await shiftToNow(app, files) : 0;
  const assertAge = backfill ? assertPast : assertRecent;
  const record = inLanes((events) =>
    recordEvents(app, events, {
      bookOn: backfill ? "occurrence" : "arrival",
      // Neither has a limit of age that would refuse the file when it is imported again in a year.
      keepReceipts: backfill || rebaseToNow,
    }),
  );
  const report = await importLines<SentEvent>(
    files,
    {
      title: "Events",
      batch: 6_000,
      parse(text) {
        const event = parseEvent(parseLine(text));
        const occurredAt = new Date(event.occurredAt.getTime() + shift);
        assertAge(occurredAt, app.now());
        return { ...event, occurredAt };
      },
      async store(events) {
        const recorded = await record(events);
        return recorded.map(({ verdict, replayed }) => (replayed ? "replayed" : verdict));
      },
    },
    output,
  );
  const verdicts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, report.count(verdict)]));
  const replayed = report.count("replayed");
  const recorded = report.lines - report.refused - replayed;
  const given = VERDICTS.filter((verdict) => report.count(verdict) > 0).map(
    (one) => `${one} ${report.count(one)}`,
  );
  const summary = `${recorded} recorded${given.length > 0 ? ` (${given.join(", ")})` : ""}, ${replayed} replayed`;
  return report.finish({ recorded, replayed, verdicts }, summary, json, output);
}

/** Milliseconds from the last event of all files until now; takes a pass of its own, since files need not be in order. */
async function shiftToNow(app: ImportApp, files: readonly string[]): Promise<number> {
  let last = Number.NEGATIVE_INFINITY;
  for (const file of files) {
    try {
      for await (const { text } of readLines(file)) last = Math.max(last, timeOf(text));
    } catch (error) {
      // The second pass tells.
      if (!(error instanceof DamagedFileError)) throw error;
    }
  }
  return Number.isFinite(last) ? app.now().getTime() - last : 0;
}

function timeOf(text: string | null): number {
  try {
    return text === null ? Number.NEGATIVE_INFINITY : parseEvent(parseLine(text)).occurredAt.getTime();
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError("INVALID_EVENT", { reason: "the line is not JSON" });
  }
}
