import { parseArgs } from "node:util";
import { pino } from "pino";
import { readConfig } from "../config.ts";
import { explainFailure } from "./explain-failure.ts";
import { runServer } from "./run-server.ts";

/** A clean stop takes well under this; what hangs must not keep the process alive. */
const STOP_LIMIT_MS = 14_000;

/**
 * Runs the server until it is told to stop. `--demo`: with a database, mails and people of its own; `--empty`: without
 * the people. Ends the process: 0 after a clean stop, 1 with the reason on the standard error otherwise.
 */
export async function serve(): Promise<void> {
  const { values: options } = parseArgs({
    options: { demo: { type: "boolean", default: false }, empty: { type: "boolean", default: false } },
  });

  try {
    const config = readConfig(process.env, options.demo ? "demo" : "production");
    const log = pino({ level: config.logLevel });
    const server = await runServer(config, log, { empty: options.empty });
    log.info({ origin: server.origin }, "listening");

    let stopping = false;
    const stop = (signal: NodeJS.Signals) => {
      if (stopping) return;
      stopping = true;
      log.info({ signal }, "stopping");
      setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
      server.close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, "did not stop cleanly");
          process.exit(1);
        },
      );
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
  } catch (error) {
    process.stderr.write(`${explainFailure(error)}\n`);
    process.exit(1);
  }
}
