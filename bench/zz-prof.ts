import { readFileSync, readdirSync } from "node:fs";
import { addPartners, partnersOf } from "./fixtures/people.ts";
import { startContentFlow } from "./harness/contentflow.ts";
import { load } from "./harness/load.ts";

const cpu = () => {
  const out: Record<string, number> = {};
  for (const pid of readdirSync("/proc").filter((n) => /^\d+$/.test(n))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const rest = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const cmd = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").slice(0, 70);
      out[`${pid} ${cmd}`] = (Number(rest[11]) + Number(rest[12])) * 10;
    } catch {}
  }
  return out;
};
const prof = process.env["PROF"] ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=/tmp/prof` } : {};
let cf = await startContentFlow({ LOG_LEVEL: process.env["LL"] ?? "info", ...prof });
if (process.env["PSS"]) {
  await cf.sql("alter system set shared_preload_libraries='pg_stat_statements'");
  await cf.sql("alter system set pg_stat_statements.track='all'");
  cf = await cf.restart();
  await cf.sql("create extension if not exists pg_stat_statements");
}
await addPartners(cf, 500, 2);
const codes = partnersOf(500, 2).flatMap((p) => p.codes);
let first = 0;
const { startServer } = await import("./harness/server-process.ts");
const { rival } = await import("./harness/paths.ts");
if (process.env["BARE"]) {
  const bare = await startServer({ args: [rival("bare-redirect")], readyPath: "/r/ready" });
  const go = (seconds: number) => load({ port: bare.port, connections: 64, seconds, warmUpSeconds: 0, traffic: [{ name: "c", weight: 1, kind: "clicks", codes, firstVisitor: 1 }] });
  await go(3);
  const before = cpu();
  const n = (await go(6)).byTraffic["c"]!.answered["302"]!;
  const after = cpu();
  console.log("BARE", n / 6, "/s");
  for (const [k, v] of Object.entries(after).map(([k, v]) => [k, v - (before[k] ?? v)] as const).filter(([, v]) => v > 100)) console.log(`  ${((v * 1000) / n).toFixed(1)} us/click  ${k}`);
  await bare.close();
}
for (const connections of (process.env["CONNS"] ?? "64,256").split(",").map(Number)) {
  const go = (seconds: number) => {
    first += 1_000_000;
    return load({ port: cf.port, connections, seconds, warmUpSeconds: 0, traffic: [{ name: "c", weight: 1, kind: "clicks", codes, firstVisitor: first }] });
  };
  await go(3);
  if (process.env["PSS"]) await cf.sql("select pg_stat_statements_reset()");
  const before = cpu();
  const wal0 = (await cf.sql<{ l: string }>("select pg_current_wal_lsn()::text as l"))[0]!.l;
  const { byTraffic } = await go(8);
  const n = byTraffic["c"]!.answered["302"]!;
  await new Promise((r) => setTimeout(r, 1500));
  const after = cpu();
  if (process.env["PSS"]) for (const r of await cf.sql<Record<string, string>>("select calls, round(total_exec_time) as ms, rows, round(wal_bytes) as wal, toplevel as top, substr(regexp_replace(query, '\\s+', ' ', 'g'), 1, 90) as q from pg_stat_statements order by total_exec_time desc limit 22")) console.log(`   ${((Number(r["ms"]) * 1000) / n).toFixed(1)} us/click`, `wal ${(Number(r["wal"]) / n).toFixed(0)}`, r["calls"], r["top"] ? "T" : " ", r["q"]);
  const wal = (await cf.sql<{ b: string }>("select pg_wal_lsn_diff(pg_current_wal_lsn(), $1) as b", [wal0]))[0]!.b;
  console.log(connections, "conns:", n, "clicks,", Math.round(byTraffic["c"]!.perSecond), "/s p99", byTraffic["c"]!.latency.p99.toFixed(1), "wal/click", (Number(wal) / n).toFixed(0));
  const rows = Object.entries(after).map(([k, v]) => [k, v - (before[k] ?? v)] as const).filter(([, v]) => v > 100).sort((a, b) => b[1] - a[1]);
  for (const [k, v] of rows) console.log(`  ${((v * 1000) / n).toFixed(1)} us/click  ${k}`);
  console.log(await cf.sql("select relname, n_tup_ins, n_tup_upd, n_tup_hot_upd, n_tup_del from pg_stat_user_tables where n_tup_ins+n_tup_upd > 100 order by 2 desc"));
  console.log(await cf.sql("select xact_commit from pg_stat_database where datname = current_database()"), await (await fetch(`http://127.0.0.1:${cf.port}/metrics`)).text().then((t) => t.match(/click_batch_size_(sum|count) \d+/g)));
  console.log(await cf.sql("select (select count(*) from click_intake) intake, (select count(*) from metric_events) events"));
}
await cf.close();
