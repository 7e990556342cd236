import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { generate } from "@graphql-codegen/cli";
import codegen from "../codegen.ts";

/** What is committed but comes from other files must be what those files give. Needs a built API. */
const drifted: string[] = [];

const folder = mkdtempSync(path.join(tmpdir(), "contentflow-drift-"));
try {
  const emitted = path.join(folder, "schema.graphql");
  execFileSync(process.execPath, ["apps/api/dist/emit-schema.js", emitted], { stdio: "inherit" });
  compare("schema.graphql", readFileSync(emitted, "utf8"));
} finally {
  rmSync(folder, { recursive: true });
}

const files: { filename: string; content: string }[] = await generate({ ...codegen, silent: true }, false);
if (files.length === 0) throw new Error("Nothing was generated: codegen.ts and this check do not fit.");
for (const { filename, content } of files) compare(filename, content);

if (drifted.length > 0) {
  process.stderr.write(`Not up to date: ${drifted.join(", ")}. Run \`pnpm codegen\`.\n`);
  process.exitCode = 1;
}

function compare(file: string, expected: string): void {
  if (!existsSync(file) || readFileSync(file, "utf8") !== expected) drifted.push(path.relative(".", file));
}
