import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");
const PAGES = "http://localhost:5173";
const { PORT = "4000" } = process.env;

/** The API restarts and the pages reload when their files change; `pnpm dev --empty` starts without demo data. */
const processes: ChildProcess[] = [
  run(
    "tsx/dist/cli.mjs",
    ["watch", "--clear-screen=false", "--conditions=source", "--tsconfig", "apps/api/tsconfig.json"],
    ["apps/api/src/main.ts", "--demo", ...process.argv.slice(2)],
  ),
  run("vite/bin/vite.js", ["apps/web", "--port", "5173", "--strictPort", "--clearScreen", "false"], []),
];

let stopping = false;
/** Each gets one signal, from here: the API's runner takes a second one for impatience and kills what has not ended. */
function stop(): void {
  if (stopping) return;
  stopping = true;
  for (const child of processes) child.kill("SIGTERM");
}
process.on("SIGINT", stop);
process.on("SIGTERM", stop);

const ends = processes.map(async (child) => {
  const [code] = await once(child, "exit");
  // One without the other is of no use.
  if (!stopping) process.exitCode = code === 0 ? 1 : (code ?? 1);
  stop();
});
await Promise.all(ends);

function run(script: string, options: string[], args: string[]): ChildProcess {
  return spawn(process.execPath, [path.join(ROOT, "node_modules", script), ...options, ...args], {
    cwd: ROOT,
    env: { PUBLIC_URL: PAGES, API_URL: `http://127.0.0.1:${PORT}`, ...process.env },
    stdio: ["ignore", "inherit", "inherit"],
    // In a group of its own, which Ctrl-C does not reach.
    detached: true,
  });
}
