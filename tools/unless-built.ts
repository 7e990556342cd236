import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

interface Build {
  readonly root: string;
  /** Patterns of the files that go in, from the root. */
  readonly inputs: readonly string[];
  /** A file that is there after a build, in the folder of all that comes out. */
  readonly result: string;
}

/** Builds if what goes in is not, byte for byte, what the last finished build was made from. */
export async function unlessBuilt(
  { root, inputs, result }: Build,
  build: () => Promise<void>,
): Promise<void> {
  const hash = hashOf(root, inputs);
  // Of what came out as well: something else may have been built over it.
  const stampOf = () => `${hash} ${createHash("sha256").update(readFileSync(result)).digest("hex")}`;
  // Beside the packages rather than the result: all files of the web app are served.
  const stamp = path.join(path.dirname(result), "../node_modules/.cache/built-from");
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, "utf8") === stampOf()) return;
  // Removed first: a build that is cut short must not look finished.
  rmSync(stamp, { force: true });
  await build();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, stampOf());
}

function hashOf(root: string, inputs: readonly string[]): string {
  const hash = createHash("sha256");
  const files = globSync(inputs, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of files)
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  return hash.digest("hex");
}
