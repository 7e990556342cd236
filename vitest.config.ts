import { defineConfig } from "vitest/config";

/** Our own packages are read from their sources; only the global setups, which know no conditions, need them built. */
const conditions = ["source"];

const shared = {
  resolve: {
    // One copy of graphql: its ESM and CommonJS builds refuse each other's schemas.
    alias: { graphql: "graphql/index.js" },
    conditions,
  },
  ssr: { resolve: { conditions } },
};

export default defineConfig({
  test: {
    // The default leaves one core to a person; here most of the time goes into waiting for databases and browsers.
    maxWorkers: 3,
    projects: [
      {
        ...shared,
        test: { name: "domain", include: ["packages/domain/src/**/*.test.ts"], isolate: false },
      },
      {
        ...shared,
        test: {
          name: "api",
          include: ["apps/api/src/**/*.test.ts"],
          globalSetup: ["apps/api/src/testing/postgres.global-setup.ts"],
          pool: "forks",
          // Every file has a server and a database of its own; loading the server's modules anew takes a second each.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: "apps/web/vite.config.ts",
        root: "apps/web",
        ssr: { resolve: { conditions } },
        test: { name: "web", include: ["src/**/*.test.{ts,tsx}"] },
      },
      {
        ...shared,
        test: {
          name: "e2e",
          include: ["apps/web/e2e/**/*.e2e.test.ts"],
          globalSetup: ["apps/api/src/testing/postgres.global-setup.ts", "apps/web/e2e/e2e.global-setup.ts"],
          pool: "forks",
          isolate: false,
          // Pages hardly wait for anything: more of them at once only get in each other's way.
          maxConcurrency: 2,
          testTimeout: 90_000,
          // A page on a busy machine may take longer than the second that is meant for a value in memory.
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
