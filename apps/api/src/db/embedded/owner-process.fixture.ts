import { type EmbeddedServer, startEmbeddedServer } from "./embedded-server.ts";

/** What the owner process tells its starter, as one line of JSON. */
export type OwnerReport =
  | { pid: number; serverPid: number; connection: EmbeddedServer["connection"] }
  | { error: string; message: string };

function report(line: OwnerReport): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

try {
  const server = await startEmbeddedServer({ dataDir: process.argv[2] ?? "" });
  report({ pid: process.pid, serverPid: server.pid, connection: server.connection });
  process.once("SIGTERM", () => void server.stop());
} catch (error) {
  if (!(error instanceof Error)) throw error;
  report({ error: error.name, message: error.message });
}
