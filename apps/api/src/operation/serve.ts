import { parseArgs } from "node:util";
import { pino } from "pino";
import { readConfig } from "../config.ts";
import { openOwner } from "../db/open-owner.ts";
import { assertPortFree } from "./assert-port-free.ts";
import { explainFailure } from "./explain-failure.ts";

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
    await assertPortFree(config.port, config.host);
    // The database starts in a process of its own while the modules of the server are loaded in this one, which lets
    // nothing else happen here: so that process comes first.
    const launched = Promise.withResolvers<void>();
    const opening = openOwner(config, log, { join: false, onLaunch: launched.resolve });
    await Promise.race([opening, launched.promise]);
    const { runServer } = await import("./run-server.ts").catch(async (error: unknown) => {
      await opening.then((owner) => owner.stop());
      throw error;
    });
    const server = await runServer(config, log, opening, { empty: options.empty });
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
