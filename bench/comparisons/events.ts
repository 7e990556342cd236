import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import path from "node:path";
import { clickBooks } from "../fixtures/click-books.ts";
import { copyIn, copyOut, openClient } from "../fixtures/copy.ts";
import { writeEventFile } from "../fixtures/event-file.ts";
import { addApiKey, addPartners, partnersOf } from "../fixtures/people.ts";
import type { Comparison } from "../harness/comparison.ts";
import { startContentFlow } from "../harness/contentflow.ts";
import { load } from "../harness/load.ts";
import { inTurn } from "../harness/rounds.ts";
import { median } from "../harness/statistics.ts";

const PARTNERS = 500;
const BATCH = 1_000;
/** Enough that what is recorded together is not limited by who sends. */
const SENDERS = 16;
const MEGABYTES = 300;

export const events: Comparison = {
  name: "events",
  title: "Events by the thousand over HTTP and a million from a file, beside COPY of the same rows",
  async run({ quick, rounds, seconds, warmUpSeconds }, report, opened) {
    const contentflow = await opened.open(() => startContentFlow());
    await addPartners(contentflow, PARTNERS, 2);
    const apiKey = await addApiKey(contentflow);
    const partners = partnersOf(PARTNERS, 2).map(({ id, codes }) => ({ id, code: codes[0] ?? "" }));
    const books = clickBooks(contentflow);
    const file = path.join(contentflow.dataDir, "events.ndjson");
    const many = quick ? 5_000 : 1_000_000;
    let firstVisitor = 0;
    let peakBytes = 0;

    const http = async () => {
      firstVisitor += 10_000_000;
      const traffic = {
        name: "events",
        weight: 1,
        kind: "events",
        apiKey,
        partners,
        batch: BATCH,
        firstVisitor,
      } as const;
      const { byTraffic } = await load({
        port: contentflow.port,
        connections: SENDERS,
        seconds,
        warmUpSeconds,
        traffic: [traffic],
      });
      const result = byTraffic["events"];
      books.answered((result?.answered["200"] ?? 0) * BATCH);
      return (result?.perSecond ?? 0) * BATCH;
    };
    const importFile = async () => {
      firstVisitor += 10_000_000;
      await writeEventFile(file, { events: many, partners, firstVisitor });
      const {
        exitCode,
        output,
        seconds: took,
        peakBytes: peak,
      } = await contentflow.run("events:import", file);
      if (exitCode !== 0) throw new Error(output);
      books.answered(many);
      peakBytes = Math.max(peakBytes, peak ?? 0);
      return many / took;
    };
    const client = await opened.open(() => openClient(contentflow.connection));
    const rows = path.join(contentflow.dataDir, "rows.copy");
    const copy = async () => {
      await copyOut(client, many, rows);
      const startedAt = performance.now();
      await copyIn(client, createReadStream(rows));
      return many / ((performance.now() - startedAt) / 1_000);
    };

    // Fewer rounds: each of them moves millions.
    const samples = await inTurn(Math.min(rounds, 3), [
      { name: "POST /v1/events", measure: http },
      { name: "events:import", measure: importFile },
      { name: "COPY", measure: copy },
    ]);
    report.section(`${SENDERS} senders of ${BATCH}; a file of ${many.toLocaleString("en")}`);
    const rate = (name: string) => median(samples[name] ?? []);
    report.table(
      "way in",
      Object.fromEntries(
        Object.keys(samples).map((name) => [
          name,
          { "events/s": rate(name), "of COPY": rate(name) / rate("COPY") },
        ]),
      ),
    );
    report.atLeast("POST /v1/events, of COPY", rate("POST /v1/events") / rate("COPY"), 0.4);
    report.atLeast("events:import, of COPY", rate("events:import") / rate("COPY"), 0.4);
    report.line(`the file has ${Math.round((await stat(file)).size / 1e6)} MB`);
    report.under("most memory of the importer, MB", peakBytes / 1e6, MEGABYTES);
    await client.dropCopies();
    await rm(rows, { force: true });
    await books.check(report);
  },
};
