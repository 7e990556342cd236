import { pino } from "pino";
import { COMMANDS } from "./cli/commands.ts";
import { runCommand } from "./cli/run-command.ts";

const [name = "", ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (command) {
  process.exitCode = await runCommand(command, args, process.env, pino({ level: "silent" }));
} else {
  process.stderr.write(`Commands: ${Object.keys(COMMANDS).join(", ")}\n`);
  process.exitCode = 2;
}
