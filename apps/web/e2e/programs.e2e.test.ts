import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../api/src/testing/test-database.ts";

const DIST = path.resolve(import.meta.dirname, "../../api/dist");
const GOOD = {
  DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing",
  PUBLIC_URL: "https://partners.example",
  APP_SECRET: "0123456789abcdef0123456789abcdef",
  MAIL_FROM: "partners@partners.example",
  SMTP_URL: "smtp://mail.example:587",
};

let folder: string;
let database: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "contentflow-programs-"));
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

/** A program as it is installed, with these settings and no others. */
function run(file: string, args: readonly string[], env: Record<string, string>) {
  return new Promise<{ exitCode: number | string; said: string }>((resolve) => {
    execFile(
      process.execPath,
      [path.join(DIST, file), ...args],
      { cwd: folder, env: { PATH: process.env["PATH"] ?? "", ...env }, timeout: 60_000 },
      (error, stdout, stderr) => resolve({ exitCode: error?.code ?? 0, said: stdout + stderr }),
    );
  });
}

describe("AC-47 production with a configuration that cannot be used", () => {
  it("stops, and names every bad variable but no value", async () => {
    const bad = {
      APP_SECRET: "hunter2-hunter2",
      PUBLIC_URL: "http://hunter2.example",
      DATABASE_URL: "mysql://root:hunter2@db.example/x",
      SMTP_URL: "https://user:hunter2@mail.example",
      PAYOUT_METHODS: "",
      PAYOUT_MIN_EUR: "hunter2",
      EPC_EUR: "0.1234567",
      METRICS_TOKEN: "hunter2",
    };
    const { exitCode, said } = await run("main.js", [], { ...GOOD, ...bad });
    expect(exitCode).toBe(1);
    for (const name of Object.keys(bad)) expect(said).toContain(`  ${name}: `);
    expect(said).not.toMatch(/hunter2|0\.1234567|at .*\.js/);
  });

  it.each([{}, { NODE_ENV: "development" }])(
    "invents nothing, whatever NODE_ENV says or if it says nothing: %j",
    async (env) => {
      const { exitCode, said } = await run("main.js", [], env);
      expect(exitCode).toBe(1);
      for (const name of Object.keys(GOOD)) expect(said).toContain(`  ${name}: is required`);
    },
  );
});

it("AC-10 pnpm ledger:verify ends with 1 and names the partner whose balance its owner falsified", async () => {
  const { host = "", port = "", user = "", password = "" } = { ...database.owner };
  const url = new URL(`postgres://localhost/${database.owner.database}`);
  url.username = user;
  url.password = String(password);
  url.search = new URLSearchParams({ host, port: String(port) }).toString();
  const env = { ...GOOD, DATABASE_URL: url.href };
  const [partner] = await database.sql<{ id: string }>(
    "insert into partners (email) values ('rich@example.org') returning id",
  );
  const honest = await run("cli.js", ["ledger:verify"], env);
  expect(honest).toEqual({ exitCode: 0, said: expect.stringContaining("The books balance.") });

  await database.sql("set session_replication_role = replica");
  await database.sql("update partner_balances set available = 1000000");
  const falsified = await run("cli.js", ["ledger:verify"], env);
  expect(falsified.exitCode).toBe(1);
  expect(falsified.said).toContain(`partner ${partner?.id}: available is 1.00 €, should be 0.00 €`);
  expect(falsified.said).not.toContain("rich@example.org");
});
