import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** The table of promises in docs/security.md and the names of the tests must tell the same. */
const DOCUMENT = "docs/security.md";
const PROMISES = 50;

const numbersIn = (text: string) => [...text.matchAll(/\bAC-(\d\d)\b/g)].map(([, number]) => Number(number));
const problems: string[] = [];

/** "12 path/of.test.ts" for all that bear the number. */
const borne = new Set<string>();
const tests = execFileSync("git", [
  "ls-files",
  "--cached",
  "--others",
  "--exclude-standard",
  "*.test.ts",
  "*.test.tsx",
]);
for (const file of tests
  .toString("utf8")
  .split("\n")
  .filter((name) => existsSync(name) && name !== "")) {
  for (const number of numbersIn(readFileSync(file, "utf8"))) borne.add(`${number} ${file}`);
}

const told = new Set<string>();
for (const line of readFileSync(DOCUMENT, "utf8").split("\n")) {
  const [, promise = "", where = ""] = line.split("|");
  for (const [, name = ""] of where.matchAll(/`([^`]+\.test\.tsx?)`/g)) {
    const file = existsSync(name) ? name : `apps/api/src/${name}`;
    if (!existsSync(file)) problems.push(`${name} does not exist`);
    for (const number of numbersIn(promise)) told.add(`${number} ${file}`);
  }
}

for (const one of told) if (!borne.has(one)) problems.push(`no test bears AC-${one}, as ${DOCUMENT} says`);
for (const one of borne) if (!told.has(one)) problems.push(`${DOCUMENT} does not tell of AC-${one}`);
for (let number = 1; number <= PROMISES; number += 1) {
  if (![...borne].some((one) => one.startsWith(`${number} `)))
    problems.push(`AC-${number} is held by no test`);
}

if (problems.length > 0) {
  process.stderr.write(`${problems.sort().join("\n")}\n`);
  process.exitCode = 1;
}
