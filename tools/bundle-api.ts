import { spawnSync } from "node:child_process";
import { renameSync, rmSync } from "node:fs";
import path from "node:path";
import { rolldown } from "rolldown";

const COMPILER = path.resolve(import.meta.dirname, "../node_modules/typescript/lib/tsc.js");

/**
 * Checks the types of the API and puts its programs, with all packages that they need, into a few files in `dist`:
 * finding and reading 1,800 modules one by one would be more than half of each start.
 */
export async function bundleApi(folder: string): Promise<void> {
  const { status } = spawnSync(process.execPath, [COMPILER, "-b", "tsconfig.build.json"], {
    cwd: folder,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);

  const dist = path.join(folder, "dist");
  // Put in the place of the old one when all of it is there: a program may start meanwhile.
  const fresh = `${dist}-${process.pid}`;
  const bundle = await rolldown({
    cwd: folder,
    input: { main: "src/main.ts", cli: "src/cli.ts", "emit-schema": "src/emit-schema.ts" },
    platform: "node",
    tsconfig: "tsconfig.json",
    resolve: {
      conditionNames: ["source"],
      // Apollo hashes each query by it. It asks its own module for node:crypto, and put together with others is none: then
      // it would hash in JavaScript.
      alias: { "@apollo/utils.createhash": "node:crypto" },
    },
    // Asked for by type-graphql when it validates, which it never does here.
    external: ["class-validator"],
  });
  const { output } = await bundle.write({
    dir: fresh,
    format: "esm",
    chunkFileNames: "parts/[name].js",
    // Types of the schema and errors are called what their classes are called.
    keepNames: true,
    sourcemap: true,
  });
  await bundle.close();
  const modules = output.flatMap((part) => (part.type === "chunk" ? part.moduleIds : []));
  if (modules.some((id) => id.includes("/node_modules/sha.js/"))) {
    rmSync(fresh, { recursive: true });
    throw new Error("hashing in JavaScript came into the bundle: its way to node:crypto is lost (see alias)");
  }
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
}
