import path from "node:path";
import { destination, type Logger, pino } from "pino";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of everything that the apps of this run log. */
    logs: string;
  }
}

/** Takes everything that an app has to say. When all tests have run, what was said is looked through. */
export function collectingLog(): Logger {
  const file = path.join(inject("logs"), `${process.pid}.log`);
  return pino({ level: "trace" }, destination({ dest: file, sync: true, append: true }));
}
