import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { differences } from "../clicks/clicks.test-kit.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { importLinks } from "./import-links.ts";
import { importPartners } from "./import-partners.ts";
import type { Output } from "./output.ts";

export const NOW = "2026-05-10T12:00:00Z";
export const ANNA = "0a0a0a0a-0000-4000-8000-000000000001";
export const BEN = "0a0a0a0a-0000-4000-8000-000000000002";

/** For a file of tests: an application and a folder for each test, what commands say, and books that agree after it. */
export function commandLine() {
  let test: TestApp;
  let folder: string;
  const said: { out: string[]; err: string[] } = { out: [], err: [] };
  const output: Output = {
    out: (text) => said.out.push(text),
    err: (text) => said.err.push(text),
    interactive: false,
  };

  const file = async (name: string, lines: readonly (string | object)[] | Buffer): Promise<string> => {
    const target = path.join(folder, name);
    const text = Buffer.isBuffer(lines)
      ? lines
      : lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join("");
    await writeFile(target, text);
    return target;
  };

  beforeEach(async () => {
    test = await createTestApp({ EPC_EUR: "0.20" });
    test.setNow(NOW);
    folder = await mkdtemp(path.join(tmpdir(), "contentflow-import-"));
    said.out.length = 0;
    said.err.length = 0;
  });
  afterEach(async () => {
    expect(await differences(test.database)).toEqual([]);
    await test.close();
    await rm(folder, { recursive: true });
  });

  return {
    get test() {
      return test;
    },
    get folder() {
      return folder;
    },
    said,
    output,
    file,
    /** What the last command said, as a machine reads it. */
    answer(): Record<string, unknown> & { refusals: { line: number; code: string; reason: string }[] } {
      expect(said.out).toHaveLength(1);
      const parsed = JSON.parse(said.out.pop() ?? "");
      return parsed;
    },
    /** Lets somebody else write right after the next look at what is there. */
    afterTheLookUp(statement: string, values: readonly unknown[]): void {
      const { pool } = test.app.database;
      const query = pool.query.bind(pool) as (...all: unknown[]) => Promise<unknown>;
      vi.spyOn(pool, "query").mockImplementationOnce((async (...all: unknown[]) => {
        const seen = await query(...all);
        await test.database.sql(statement, values);
        return seen;
      }) as typeof pool.query);
    },
    async addPartnersAndLinks(): Promise<void> {
      await importPartners(
        test.app,
        [
          await file("p", [
            { id: ANNA, email: "anna@example.org" },
            { id: BEN, email: "ben@example.org" },
          ]),
        ],
        { json: true },
        output,
      );
      await importLinks(
        test.app,
        [
          await file("l", [
            { code: "anna", partnerId: ANNA, destination: "https://example.org/a" },
            { code: "ben", partnerId: BEN, destination: "https://example.org/b", epc: "0.0035" },
          ]),
        ],
        { json: true },
        output,
      );
      said.out.length = 0;
    },
  };
}
