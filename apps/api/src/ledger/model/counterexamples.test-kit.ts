import { clicks, request } from "./commands.test-kit.ts";
import type { History } from "./play.test-kit.ts";

/**
 * Histories in which program and model once differed, as `pnpm test:model` printed them: each is played again by the
 * ordinary test. The commands print as the code that makes them; `nothing` can be left out.
 */
export const COUNTEREXAMPLES: readonly { readonly what: string; readonly history: History }[] = [
  {
    what: "x",
    history: {
      ownEpcs: [25_000_000n, 1n],
      commands: [clicks({ who: 0, visitor: "new", where: "own", minutesAgo: 0 }), request(0, "all")],
    },
  },
];
