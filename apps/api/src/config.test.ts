import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ConfigError, type Mode, readConfig, VARIABLES } from "./config.ts";

const PRODUCTION = {
  DATABASE_URL: "postgres://app@db.example/contentflow",
  PUBLIC_URL: "https://partners.example",
  APP_SECRET: "0123456789abcdef0123456789abcdef",
  MAIL_FROM: "partners@partners.example",
  SMTP_URL: "smtp://mail.example:587",
};

/** What was said about the configuration, or nothing when it was accepted. */
function problems(env: Record<string, string | undefined>, mode: Mode = "production"): readonly string[] {
  try {
    readConfig({ ...(mode === "production" && PRODUCTION), ...env }, mode);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

const variableOf = (problem: string) => problem.split(":")[0];

test("a complete configuration is accepted", () => {
  expect(problems({})).toEqual([]);
  expect(problems({}, "demo")).toEqual([]);
});

const BAD: readonly (readonly [name: string, value: string])[] = [
  ["APP_SECRET", "hunter2-hunter2-hunter2"],
  ["APP_SECRET", "é".repeat(15)],
  ["PUBLIC_URL", "http://partners.example"],
  ["PUBLIC_URL", "ftp://partners.example"],
  ["PUBLIC_URL", "https://partners.example/app"],
  ["PUBLIC_URL", "partners.example"],
  ["DATABASE_URL", "mysql://root:hunter2@db.example/x"],
  ["SMTP_URL", "https://user:hunter2@mail.example"],
  ["PAYOUT_METHODS", ""],
  ["PAYOUT_METHODS", " , "],
  ["PAYOUT_METHODS", "paypal,cash"],
  ["PAYOUT_METHODS", "PayPal"],
  ["PAYOUT_METHODS", "paypal,paypal"],
  ["EPC_EUR", "-1"],
  ["EPC_EUR", "NaN"],
  ["EPC_EUR", "0.1234567"],
  ["EPC_EUR", "1e-3"],
  ["EPC_EUR", "1001"],
  ["EPC_EUR", "0,20"],
  ["PAYOUT_MIN_EUR", "0"],
  ["PAYOUT_MIN_EUR", "10.005"],
  ["PAYOUT_MIN_EUR", "-10"],
  ["PORT", "70000"],
  ["PORT", "0"],
  ["TRUSTED_PROXIES", "foo"],
  ["TRUSTED_PROXIES", "10.0.0.0/33"],
  ["TRUSTED_PROXIES", "10.0.0.0/0"],
  ["TRUSTED_PROXIES", "::/0"],
  ["MAIL_FROM", "nobody"],
  ["PORT", "4000x"],
  ["EARNINGS_WINDOW_DAYS", "-1"],
  ["EARNINGS_WINDOW_DAYS", "1.5"],
  ["EVENT_RETENTION_DAYS", "8"],
  ["VELOCITY_HOUR", "0"],
  ["DATABASE_POOL", "9"],
  ["GRAPHQL_SANDBOX", "yes"],
  ["ADMIN_EMAILS", "admin@example.org, not-an-address"],
  ["SUPPORT_EMAIL", "support"],
  ["LINK_HOSTS", "https://example.org/"],
  ["LOG_LEVEL", "loud"],
  ["APP_SECRET_PREVIOUS", "hunter2-hunter2-hunter2"],
  ["METRICS_TOKEN", "short"],
  ["METRICS_TOKEN", "a token with spaces"],
  ["VELOCITY_10_MINUTES", "0"],
  ["VELOCITY_10_MINUTES", "three"],
  ["VELOCITY_DAY", "-25"],
  ["DATABASE_POOL_WAIT_MS", "49"],
  ["DATABASE_POOL_WAIT_MS", "1e3"],
  ["APP_SECRET", "x".repeat(31)],
  ["PUBLIC_URL", "https://partners.example/?a=b"],
  ["PUBLIC_URL", "https://user:hunter2@partners.example"],
  ["PUBLIC_URL", "javascript:alert(1)"],
  ["EPC_EUR", "-0.000001"],
  ["EPC_EUR", "Infinity"],
  ["EPC_EUR", "0.20 "],
  ["EPC_EUR", "０.20"],
  ["EPC_EUR", "0x1"],
  ["PAYOUT_MIN_EUR", "NaN"],
  ["PAYOUT_MIN_EUR", "1e1"],
  ["MAIL_FROM", "a@x.test\r\nBcc: v@y.test"],
  ["MAIL_FROM", "A <a@x.test>, B <b@y.test>"],
  ["ADMIN_EMAILS", "a@x.test\r\nBcc: v@y.test"],
  ["EARNINGS_WINDOW_DAYS", "99999"],
  ["EVENT_RETENTION_DAYS", "forever"],
  ["VELOCITY_HOUR", "10.5"],
];
/** Of which any text is a value. */
const FREE = ["HOST", "DATA_DIR", "BREVO_API_KEY"];

describe("AC-47 a bad value names its variable and never shows the value", () => {
  test("of every variable", () => {
    expect([...new Set([...BAD.map(([name]) => name), ...FREE])].sort()).toEqual([...VARIABLES].sort());
  });

  test.each(BAD)("%s=%s", (name, value) => {
    const said = problems({ [name]: value });
    expect([...new Set(said.map(variableOf))]).toEqual([name]);
    if (value.trim().length > 2) expect(said.join("\n")).not.toContain(value);
  });

  test("all bad variables are named at once", () => {
    const said = problems({ PORT: "x", EPC_EUR: "x", APP_SECRET: "short", SMTP_URL: "" });
    expect(said.map(variableOf)).toEqual(["APP_SECRET", "EPC_EUR", "PORT", "SMTP_URL"]);
    expect(said.join()).not.toContain("short");
  });
});

describe("AC-47 production invents nothing", () => {
  test.each(["DATABASE_URL", "PUBLIC_URL", "APP_SECRET", "MAIL_FROM", "SMTP_URL"])(
    "%s must be there",
    (name) => {
      expect(problems({ [name]: undefined }).map(variableOf)).toEqual([name]);
      expect(problems({ [name]: "" }).map(variableOf)).toEqual([name]);
    },
  );

  test("Brevo's key does instead of a relay", () => {
    expect(problems({ SMTP_URL: undefined, BREVO_API_KEY: "key" })).toEqual([]);
  });

  test("NODE_ENV changes nothing", () => {
    const config = readConfig(PRODUCTION, "production");
    for (const NODE_ENV of ["development", "test", "production"]) {
      expect(readConfig({ ...PRODUCTION, NODE_ENV }, "production")).toEqual(config);
      expect(problems({ NODE_ENV, APP_SECRET: undefined })).not.toEqual([]);
    }
    expect(config.sandbox).toBe(false);
  });
});

test("the demo and the tools need nothing, but what is given must be good", () => {
  expect(readConfig({}, "demo")).toMatchObject({ host: "127.0.0.1", port: 4000, sandbox: true });
  expect(problems({ PUBLIC_URL: "http://localhost:5173" }, "demo")).toEqual([]);
  expect(problems({ EPC_EUR: "NaN" }, "demo").map(variableOf)).toEqual(["EPC_EUR"]);
  expect(problems({ EPC_EUR: "NaN" }, "tool").map(variableOf)).toEqual(["EPC_EUR"]);
});

describe(".env.example", () => {
  const text = readFileSync(fileURLToPath(new URL("../../../.env.example", import.meta.url)), "utf8");
  const settings = [...text.matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name = "", value = ""]) => ({
    name,
    value,
  }));

  test("names every variable once, and no other", () => {
    expect(settings.map(({ name }) => name).sort()).toEqual([...VARIABLES].sort());
  });

  test("shows the defaults", () => {
    const shown = Object.fromEntries(settings.map(({ name, value }) => [name, value]));
    expect(readConfig(shown, "demo")).toEqual(readConfig({}, "demo"));
    const set = Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== ""));
    expect(readConfig({ ...PRODUCTION, ...set }, "production")).toEqual(readConfig(PRODUCTION, "production"));
  });
});
