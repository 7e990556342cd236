import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** What nobody may find in a log: who somebody is, where they are, and what opens anything. */
const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp])[] = [
  // A package and its version look alike, but end in a number.
  ["an address", /[\w.+'=|-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/i],
  ["a token or key", /(?<![\w-])(?:cf_)?(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{43}(?![\w-])/],
  ["a session", /\bsession=|\bBearer /],
  ["the secret of tests", /0123456789abcdef/],
  ["an account number", /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/],
  ["an account's holder", /Zoé Martin/],
  ["a network address", /(?<![\d.])(?!127\.0\.0\.1|0\.0\.0\.0)(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/],
  ["a network address", /\b2001:db8:|(?:\b[0-9a-f]{1,4}:){5,}/i],
  ["a browser", /Mozilla\/|curl\//],
];

/** Lines of the logs in a folder that hold what they must not, each with what that is. */
export function findLeaks(folder: string): string[] {
  const leaks: string[] = [];
  for (const file of readdirSync(folder)) {
    for (const line of readFileSync(path.join(folder, file), "utf8").split("\n")) {
      const what = FORBIDDEN.find(([, pattern]) => pattern.test(line))?.[0];
      if (what !== undefined) leaks.push(`${what}: ${line.slice(0, 500)}`);
    }
  }
  return leaks;
}
