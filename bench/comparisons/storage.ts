import path from "node:path";
import { writeEventFile } from "../fixtures/event-file.ts";
import { addPartners, partnersOf } from "../fixtures/people.ts";
import type { Comparison } from "../harness/comparison.ts";
import { type ContentFlow, startContentFlow } from "../harness/contentflow.ts";
import { load } from "../harness/load.ts";

const PARTNERS = 500;
const CLICKS = 500_000;
const BYTES = 250;
const A_DAY = 10_000_000;

/** Every table and index that a click may touch; partitions under the name of the table that they belong to. */
const SIZES = `
  select coalesce(parent.relname, c.relname) as name, sum(pg_relation_size(c.oid, fork))::float8 as bytes
  from pg_class c
  left join pg_inherits i on i.inhrelid = c.oid
  left join pg_class parent on parent.oid = i.inhparent
  cross join unnest(array['main', 'fsm', 'vm']) as fork
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'i')
  group by 1`;

export const storage: Comparison = {
  name: "storage",
  title: "Bytes on disk for each click, by table and index",
  async run({ quick }, report, opened) {
    const contentflow = await opened.open(() => startContentFlow());
    await addPartners(contentflow, PARTNERS, 2);
    const partners = partnersOf(PARTNERS, 2);
    const many = quick ? 500 : CLICKS;

    const empty = await sizes(contentflow);
    await load({
      port: contentflow.port,
      connections: 64,
      seconds: 600,
      warmUpSeconds: 0,
      requests: many,
      traffic: [
        {
          name: "clicks",
          weight: 1,
          kind: "clicks",
          codes: partners.flatMap(({ codes }) => codes),
          firstVisitor: 0,
        },
      ],
    });
    const clicked = await sizes(contentflow);
    const file = path.join(contentflow.dataDir, "events.ndjson");
    await writeEventFile(file, {
      events: many,
      partners: partners.map(({ id, codes }) => ({ id, code: codes[0] ?? "" })),
      firstVisitor: 0,
    });
    const { exitCode, output } = await contentflow.run("events:import", file);
    if (exitCode !== 0) throw new Error(output);
    const imported = await sizes(contentflow);

    const perClick = (name: string) => ((clicked[name] ?? 0) - (empty[name] ?? 0)) / many;
    const perEvent = (name: string) => ((imported[name] ?? 0) - (clicked[name] ?? 0)) / many;
    const names = Object.keys(imported)
      .filter((name) => perClick(name) >= 0.5 || perEvent(name) >= 0.5)
      .sort((a, b) => perEvent(b) - perEvent(a));
    const total = (one: (name: string) => number) => names.reduce((sum, name) => sum + one(name), 0);
    report.section(`${many.toLocaleString("en")} redirects, then as many events from a file`);
    report.table("bytes for each", {
      ...Object.fromEntries(names.map((name) => [name, { redirect: perClick(name), event: perEvent(name) }])),
      "all together": { redirect: total(perClick), event: total(perEvent) },
    });
    const gigabytes = (bytes: number, days: number) => Math.round((bytes * A_DAY * days) / 1e9);
    report.line(
      `a year of 10 million redirects a day: ${gigabytes(total(perClick), 365)} GB, as events: ${gigabytes(total(perEvent), 365)} GB`,
    );
    report.under("bytes for each redirect", total(perClick), BYTES);
    report.under("bytes for each event", total(perEvent), BYTES);
  },
};

async function sizes({ sql }: ContentFlow): Promise<Record<string, number>> {
  // What updates left behind is used again by later ones: it belongs to no click.
  await sql("vacuum (analyze)");
  const rows = await sql<{ name: string; bytes: number }>(SIZES);
  return Object.fromEntries(rows.map(({ name, bytes }) => [name, bytes]));
}
