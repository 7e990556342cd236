import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LOADED = "typeof axe === 'object'";
const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
const NAMED = 4;

/**
 * What axe finds wrong with the page as it is now, one line a rule. `colours` asks about contrast alone: nothing else
 * changes with the colour scheme.
 */
export async function axeFindings(page: Page, what: "everything" | "colours"): Promise<string[]> {
  const options: RunOptions = {
    runOnly: what === "colours" ? ["color-contrast"] : RULES,
    resultTypes: ["violations"],
  };
  // Handed over by the debugger, which no content security policy applies to.
  if (!(await page.evaluate<boolean>(LOADED))) await page.evaluate(AXE);
  const { violations } = await page.evaluate<Pick<AxeResults, "violations">>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`,
  );
  return violations.map(describe);
}

function describe({ id, impact, nodes }: AxeResults["violations"][number]): string {
  const places = nodes.slice(0, NAMED).map(({ target, failureSummary = "" }) => {
    const why = failureSummary.split("\n").slice(1).join(" ").trim();
    return `\n    ${target.join(" ")}: ${why}`;
  });
  const rest = nodes.length > NAMED ? `\n    and ${nodes.length - NAMED} more` : "";
  return `${id} (${impact})${places.join("")}${rest}`;
}
