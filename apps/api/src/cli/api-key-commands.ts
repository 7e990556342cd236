import { createApiKey } from "../auth/create-api-key.ts";
import { listApiKeys } from "../auth/list-api-keys.ts";
import { revokeApiKey } from "../auth/revoke-api-key.ts";
import type { Command } from "./run-command.ts";

/** Keys of the servers that may report events. */
export const API_KEY_COMMANDS: Readonly<Record<string, Command>> = {
  "api-key:create": {
    usage: "pnpm api-key:create NAME",
    flags: [],
    takes: [1, 1],
    needsSecret: true,
    async run(app, { positionals: [name = ""] }, output) {
      const { key } = await createApiKey(app, name);
      output.err("This key is shown once. Keep it like a password.");
      output.out(key);
      return 0;
    },
  },
  "api-key:list": {
    usage: "pnpm api-key:list [--json]",
    flags: ["json"],
    takes: [0, 0],
    needsSecret: false,
    async run(app, { flags }, output) {
      const keys = await listApiKeys(app);
      if (flags["json"]) output.out(JSON.stringify({ keys }));
      else for (const { name, revokedAt } of keys) output.out(revokedAt ? `${name} (revoked)` : name);
      return 0;
    },
  },
  "api-key:revoke": {
    usage: "pnpm api-key:revoke NAME",
    flags: [],
    takes: [1, 1],
    needsSecret: false,
    async run(app, { positionals: [name = ""] }, output) {
      await revokeApiKey(app, name);
      output.out(`${name} is refused from now on.`);
      return 0;
    },
  },
};
