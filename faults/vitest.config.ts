import { defineConfig } from "vitest/config";

/** Our own packages are read from their sources; what is put to the test are processes of the build. */
const conditions = ["source"];

export default defineConfig({
  resolve: { alias: { graphql: "graphql/index.js" }, conditions },
  ssr: { resolve: { conditions } },
  test: {
    name: "faults",
    root: import.meta.dirname,
    include: ["*.test.ts"],
    pool: "forks",
    // Times are part of what is promised: two loads at once would only measure each other.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
