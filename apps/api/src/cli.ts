import { enableCompileCache } from "node:module";
import { pino } from "pino";

// What an earlier command compiled is kept. It has to be said before modules are loaded.
enableCompileCache();
const { COMMANDS } = await import("./cli/commands.ts");
const { runCommand } = await import("./cli/run-command.ts");

const [name = "", ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (command) {
  process.exitCode = await runCommand(command, args, process.env, pino({ level: "silent" }));
} else {
  process.stderr.write(`Commands: ${Object.keys(COMMANDS).join(", ")}\n`);
  process.exitCode = 2;
}
