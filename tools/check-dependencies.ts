import { existsSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";

/** docs/dependencies.md says why each package that production needs is there. Nothing may come in, or stay, without. */
const DOCUMENT = "docs/dependencies.md";
const APPS = ["apps/api", "apps/web"] as const;

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

const document = readFileSync(DOCUMENT, "utf8");
const problems: string[] = [];
for (const app of APPS) {
  const declared = namesIn(app).filter((name) => !name.startsWith("@contentflow/"));
  const section = document.split(`\n## ${app}\n`)[1]?.split("\n## ")[0] ?? "";
  const told = [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, name = ""]) => name);
  for (const name of declared) if (!told.includes(name)) problems.push(`${app}: ${name} is not explained`);
  for (const name of told)
    if (!declared.includes(name)) problems.push(`${app}: ${name} is not needed any more`);
  const needed = new Set<string>();
  collect(realpathSync(app), needed);
  const found = [...needed].filter((folder) => folder.includes("node_modules")).length;
  const said = /\*\*(\d+) packages\*\*/.exec(section)?.[1];
  if (said !== String(found)) problems.push(`${app}: there are ${found} packages, not ${said}`);
  process.stdout.write(`${app} needs ${found} packages in production\n`);
}
if (problems.length > 0) {
  process.stderr.write(
    `${DOCUMENT} is not up to date:\n${problems.map((problem) => `  ${problem}\n`).join("")}`,
  );
  process.exitCode = 1;
}

function namesIn(folder: string): string[] {
  const { dependencies, optionalDependencies } = JSON.parse(
    readFileSync(path.join(folder, "package.json"), "utf8"),
  ) as Manifest;
  return Object.keys({ ...dependencies, ...optionalDependencies });
}

/** Folders of all packages that one needs to run, however far away. */
function collect(folder: string, needed: Set<string>): void {
  if (needed.has(folder)) return;
  needed.add(folder);
  for (const name of namesIn(folder)) {
    const installed = find(folder, name);
    // Optional ones are there on the platforms that they are for.
    if (installed !== undefined) collect(installed, needed);
  }
}

/** As Node looks for it: beside the package, then further up. */
function find(from: string, name: string): string | undefined {
  const candidate = path.join(from, "node_modules", name);
  if (existsSync(path.join(candidate, "package.json"))) return realpathSync(candidate);
  const parent = path.dirname(from);
  return parent === from ? undefined : find(parent, name);
}
