import { type ParseArgsConfig, parseArgs } from "node:util";
import type { ClientConfig } from "pg";
import type { Logger } from "pino";
import type { App } from "../app.ts";
import { ConfigError, readConfig } from "../config.ts";
import { createApp } from "../create-app.ts";
import { migrate } from "../db/migrate.ts";
import { openOwner } from "../db/open-owner.ts";
import { demoSecret } from "../operation/app-secret.ts";
import { explainFailure, UsageError } from "../operation/explain-failure.ts";
import { type Output, terminal } from "./output.ts";

export interface Arguments {
  readonly positionals: readonly string[];
  readonly flags: Readonly<Record<string, boolean>>;
}

export interface Command {
  readonly usage: string;
  /** Names of its `--flags`. */
  readonly flags: readonly string[];
  /** How many other arguments it takes, at least and at most. */
  readonly takes: readonly [number, number];
  /** Whether it makes or checks something secret, which has to fit the server's secret. */
  readonly needsSecret: boolean;
  /** Before the database is opened: throw a sentence when the arguments cannot work. */
  check?(args: Arguments): Promise<void>;
  /** Returns the exit code. `owner` is for what the application itself must not be able to do. */
  run(app: App, args: Arguments, output: Output, owner: ClientConfig): Promise<number>;
}

/** Parses, opens what the server would use (or joins it when it runs), runs, closes. Returns the exit code. */
export async function runCommand(
  command: Command,
  argv: string[],
  env: NodeJS.ProcessEnv,
  log: Logger,
  output: Output = terminal,
): Promise<number> {
  const opened: (() => Promise<void>)[] = [];
  try {
    const args = readArguments(command, argv);
    await command.check?.(args);
    const config = readConfig(env, "tool");
    if (command.needsSecret && config.databaseUrl !== undefined && config.appSecret === undefined) {
      throw new ConfigError(["APP_SECRET: is required, the same as the server's"]);
    }
    const owner = await openOwner(config, log, { join: true });
    opened.push(() => owner.stop());
    await migrate(owner.connection);
    const app = await createApp({
      config,
      owner: owner.connection,
      publicUrl: config.publicUrl ?? `http://localhost:${config.port}`,
      appSecret: config.appSecret ?? (await demoSecret(config.dataDir)),
      log,
      now: () => new Date(),
    });
    opened.push(() => app.close());
    return await command.run(app, args, output, owner.connection);
  } catch (error) {
    output.err(explainFailure(error));
    return 1;
  } finally {
    for (const stop of opened.reverse()) await stop();
  }
}

function readArguments(command: Command, argv: string[]): Arguments {
  const options: ParseArgsConfig["options"] = Object.fromEntries(
    command.flags.map((flag) => [flag, { type: "boolean" as const, default: false }]),
  );
  try {
    const { positionals, values } = parseArgs({ args: argv, options, allowPositionals: true });
    const [least, most] = command.takes;
    if (positionals.length < least || positionals.length > most) throw new Error("wrong number of arguments");
    return {
      positionals,
      flags: Object.fromEntries(command.flags.map((flag) => [flag, values[flag] === true])),
    };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : ""}\nUsage: ${command.usage}`.trim());
  }
}
