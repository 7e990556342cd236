import { resealDestinations } from "../security/reseal-destinations.ts";
import type { Command } from "./run-command.ts";

/** Replacing APP_SECRET. */
export const SECRETS_COMMANDS: Readonly<Record<string, Command>> = {
  "secrets:reseal": {
    usage: "pnpm secrets:reseal [--json]",
    flags: ["json"],
    takes: [0, 0],
    needsSecret: true,
    async run(app, { flags }, output, owner) {
      const { resealed, lost } = await resealDestinations(app, owner);
      if (flags["json"]) output.out(JSON.stringify({ resealed, lost }));
      else output.out(`${resealed} destinations are sealed with the current secret now.`);
      if (lost.length > 0 && !flags["json"])
        output.err(`Not opened by APP_SECRET or APP_SECRET_PREVIOUS: ${lost.join(", ")}`);
      return lost.length === 0 ? 0 : 1;
    },
  },
};
