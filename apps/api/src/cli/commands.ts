import { access } from "node:fs/promises";
import { createAdmin } from "../auth/create-admin.ts";
import { UsageError } from "../operation/explain-failure.ts";
import { API_KEY_COMMANDS } from "./api-key-commands.ts";
import { importEvents } from "./import-events.ts";
import { importLinks } from "./import-links.ts";
import { importPartners } from "./import-partners.ts";
import type { Arguments, Command } from "./run-command.ts";
import { SECRETS_COMMANDS } from "./secrets-commands.ts";
import { verifyLedgerCommand } from "./verify-ledger.ts";

/** Nothing is imported when one of several files is missing: the person would not know how far it went. */
async function filesExist({ positionals }: Arguments): Promise<void> {
  for (const file of positionals) {
    await access(file).catch(() => {
      throw new UsageError(`There is no readable file ${file}.`);
    });
  }
}

const MANY = Number.POSITIVE_INFINITY;

/** What `pnpm NAME` runs, by name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  "events:import": {
    usage: "pnpm events:import FILE… [--json] [--backfill] [--rebase-to-now]",
    flags: ["json", "backfill", "rebase-to-now"],
    takes: [1, MANY],
    needsSecret: false,
    check: filesExist,
    run: (app, { positionals, flags }, output) =>
      importEvents(
        app,
        positionals,
        {
          json: flags["json"] === true,
          backfill: flags["backfill"] === true,
          rebaseToNow: flags["rebase-to-now"] === true,
        },
        output,
      ),
  },
  "links:import": {
    usage: "pnpm links:import FILE… [--json]",
    flags: ["json"],
    takes: [1, MANY],
    needsSecret: false,
    check: filesExist,
    run: (app, { positionals, flags }, output) =>
      importLinks(app, positionals, { json: flags["json"] === true }, output),
  },
  "partners:import": {
    usage: "pnpm partners:import FILE… [--json]",
    flags: ["json"],
    takes: [1, MANY],
    needsSecret: false,
    check: filesExist,
    run: (app, { positionals, flags }, output) =>
      importPartners(app, positionals, { json: flags["json"] === true }, output),
  },
  "ledger:verify": {
    usage: "pnpm ledger:verify [--json]",
    flags: ["json"],
    takes: [0, 0],
    needsSecret: false,
    run: (app, { flags }, output) => verifyLedgerCommand(app, { json: flags["json"] === true }, output),
  },
  "admin:create": {
    usage: "pnpm admin:create EMAIL",
    flags: [],
    takes: [1, 1],
    needsSecret: false,
    async run(app, { positionals: [email = ""] }, output) {
      const admin = await createAdmin(app, email);
      output.out(`${admin.email} can sign in as an admin.`);
      return 0;
    },
  },
  ...API_KEY_COMMANDS,
  ...SECRETS_COMMANDS,
};
