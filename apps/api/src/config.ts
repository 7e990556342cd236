import { isIP } from "node:net";
import { parseEmail } from "@contentflow/domain/email";
import { type MicroEuros, parseRate } from "@contentflow/domain/money";
import { PAYOUT_METHODS, type PayoutMethod } from "@contentflow/domain/withdrawal";
import { z } from "zod";

/**
 * How the process was started. `demo` invents what is missing (database, secret, mailbox) and faces one person on this
 * machine; `production` invents nothing; `tool` is a command that works on whichever of the two is configured.
 */
export type Mode = "demo" | "production" | "tool";

/** Every bad variable by name. Never a value: values may be secrets and messages end up in logs. */
export class ConfigError extends Error {
  override name = "ConfigError";

  constructor(readonly problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
  }
}

const list = (text: string) =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");

const integer = (min: number, max: number, fallback: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((n) => n >= min && n <= max, `must be a whole number from ${min} to ${max}`)
    .default(fallback);

const euros = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((text, context): MicroEuros => {
      try {
        return parseRate(text);
      } catch {
        context.addIssue("must be an amount in euros from 0 to 1000, with at most 6 decimals, like 0.20");
        return z.NEVER;
      }
    });

function isNetwork(entry: string): boolean {
  const [address = "", bits, ...more] = entry.split("/");
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

const flag = z.enum(["true", "false"], "must be true or false").transform((value) => value === "true");

const emails = z
  .string()
  .default("")
  .transform((text, context): string[] => {
    try {
      return list(text).map((address) => parseEmail(address));
    } catch {
      context.addIssue("must be e-mail addresses, separated by commas");
      return z.NEVER;
    }
  });

const url = (protocols: RegExp, message: string) => z.url({ protocol: protocols, error: message });

const variables = z.object({
  /** Address to listen on. */
  HOST: z.string().min(1).optional(),
  PORT: integer(1, 65_535, 4000),
  /** Folder of the embedded database, the secret, demo mails and the click spool. */
  DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: url(/^postgres(ql)?$/, "must be a postgres:// URL").optional(),
  /** What people type into their browser, without a path. Origin checks and mailed links rest on it. */
  PUBLIC_URL: url(/^https?$/, "must be an http(s) URL")
    // Checks go on after a failed one: what is no URL has been refused by the line above.
    .refine(
      (value) => !URL.canParse(value) || new URL(value).href === `${new URL(value).origin}/`,
      "must be nothing but protocol, host and port",
    )
    .transform((value) => new URL(value).origin)
    .optional(),
  /** Every key is derived from it: sign-in tokens, sessions, sealed destinations. */
  APP_SECRET: z
    .string()
    .refine((value) => Buffer.byteLength(value) >= 32, "must have at least 32 bytes")
    .optional(),
  /** What APP_SECRET was before it was replaced: what was made with it is still accepted. */
  APP_SECRET_PREVIOUS: z
    .string()
    .refine((value) => Buffer.byteLength(value) >= 32, "must have at least 32 bytes")
    .optional(),
  MAIL_FROM: z
    .string()
    .max(320)
    .regex(
      /^([^<>\r\n]* <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      "must be an address, or a name and an <address>",
    )
    .optional(),
  SMTP_URL: url(/^smtps?$/, "must be an smtp:// or smtps:// URL").optional(),
  BREVO_API_KEY: z.string().min(1).optional(),
  /** Shown in the FAQ and in mails. */
  SUPPORT_EMAIL: z.email("must be an e-mail address").optional(),
  /** Addresses that may sign in as admins, separated by commas. */
  ADMIN_EMAILS: emails,
  /** Host suffixes that links may point to, separated by commas; `*` for any. */
  LINK_HOSTS: z
    .string()
    .default("")
    .transform(list)
    .refine(
      (hosts) => hosts.every((host) => host === "*" || /^[a-z0-9.-]+$/i.test(host)),
      "must be host names, separated by commas, or *",
    ),
  /** Euros that one counted click earns, unless its link has a rate of its own. */
  EPC_EUR: euros("0.20"),
  /** Smallest withdrawal, in euros. */
  PAYOUT_MIN_EUR: euros("10.0").refine((amount) => amount > 0n && amount % 10_000n === 0n, {
    error: "must be whole cents, more than 0",
  }),
  PAYOUT_METHODS: z
    .string()
    .default(PAYOUT_METHODS.join(","))
    .transform((text, context): PayoutMethod[] => {
      const methods = list(text);
      const known = PAYOUT_METHODS.filter((method) => methods.includes(method));
      if (known.length === 0 || known.length !== methods.length) {
        context.addIssue(`must be at least one of ${PAYOUT_METHODS.join(",")}`);
        return z.NEVER;
      }
      return known;
    }),
  /** Days that earnings can be withdrawn; 0 means that nothing ever lapses. */
  EARNINGS_WINDOW_DAYS: integer(0, 36_500, 90),
  /** Days that single events are kept; the books and daily totals stay. At least 9: the 24-hour rule reaches back. */
  EVENT_RETENTION_DAYS: integer(9, 36_500, 400),
  /** Most counted clicks by one visitor on one partner. */
  VELOCITY_10_MINUTES: integer(1, 1_000_000, 3),
  VELOCITY_HOUR: integer(1, 1_000_000, 10),
  VELOCITY_DAY: integer(1, 1_000_000, 25),
  /** Serve the GraphQL sandbox and introspection. */
  GRAPHQL_SANDBOX: flag.optional(),
  /** What a scraper of /metrics sends as its bearer token; without it, only this machine is answered. */
  METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,}$/, "must have at least 16 characters, without spaces")
    .optional(),
  /** Addresses or networks of proxies whose X-Forwarded-For is believed, separated by commas. */
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform(list)
    .refine(
      (entries) => entries.every(isNetwork),
      "must be IP addresses or networks like 10.0.0.0/8, separated by commas",
    ),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).optional(),
  /** Most database connections of this process; a fifth of them is for redirects and their clicks (decision 21). */
  DATABASE_POOL: integer(10, 500, 20),
  /** Milliseconds that a request waits for a free connection, in a moving line also longer, before it is answered with "try again". */
  DATABASE_POOL_WAIT_MS: integer(50, 60_000, 800),
});

/** Names of all variables that are read; `.env.example` explains each. */
export const VARIABLES: readonly string[] = Object.keys(variables.shape);

export type Config = ReturnType<typeof readConfig>;

/**
 * Reads the configuration from environment variables.
 * @throws ConfigError naming every variable that is missing or bad, before anything is opened.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, mode: Mode) {
  const given = Object.fromEntries(
    // An empty string is how shells and compose files say "not set"; only lists can be empty on purpose.
    Object.entries(env).filter(([name, value]) => value !== "" || name === "PAYOUT_METHODS"),
  );
  const parsed = variables.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
  if (mode === "production") problems.push(...missingInProduction(given));
  if (!parsed.success || problems.length > 0) throw new ConfigError([...new Set(problems)].sort());

  const read = parsed.data;
  return {
    mode,
    host: read.HOST ?? (mode === "production" ? "0.0.0.0" : "127.0.0.1"),
    port: read.PORT,
    dataDir: read.DATA_DIR,
    databaseUrl: read.DATABASE_URL,
    databasePool: { size: read.DATABASE_POOL, waitMs: read.DATABASE_POOL_WAIT_MS },
    publicUrl: read.PUBLIC_URL,
    appSecret: read.APP_SECRET,
    appSecretPrevious: read.APP_SECRET_PREVIOUS,
    mail: {
      from: read.MAIL_FROM ?? "ContentFlow Partners <partners@localhost>",
      smtpUrl: read.SMTP_URL,
      brevoApiKey: read.BREVO_API_KEY,
    },
    supportEmail: read.SUPPORT_EMAIL ?? "support@contentflow.example",
    adminEmails: read.ADMIN_EMAILS,
    linkHosts: read.LINK_HOSTS.length > 0 || mode !== "demo" ? read.LINK_HOSTS : DEMO_LINK_HOSTS,
    epc: read.EPC_EUR,
    minimumWithdrawal: read.PAYOUT_MIN_EUR,
    payoutMethods: read.PAYOUT_METHODS,
    earningsWindowDays: read.EARNINGS_WINDOW_DAYS,
    eventRetentionDays: read.EVENT_RETENTION_DAYS,
    velocity: {
      perTenMinutes: read.VELOCITY_10_MINUTES,
      perHour: read.VELOCITY_HOUR,
      perDay: read.VELOCITY_DAY,
    },
    sandbox: read.GRAPHQL_SANDBOX ?? mode === "demo",
    metricsToken: read.METRICS_TOKEN,
    trustedProxies: read.TRUSTED_PROXIES,
    // The demo talks to a person at a terminal, production to a log collector.
    logLevel: read.LOG_LEVEL ?? (mode === "production" ? "info" : "warn"),
  };
}

/** Places a demo partner may link to; example domains never lead anybody anywhere. */
const DEMO_LINK_HOSTS = ["example.com", "example.org", "example.net", "contentflow.example"];

function missingInProduction(given: Record<string, string | undefined>): string[] {
  const needed = ["DATABASE_URL", "PUBLIC_URL", "APP_SECRET", "MAIL_FROM"].filter((name) => !given[name]);
  const problems = needed.map((name) => `${name}: is required`);
  if (!given["SMTP_URL"] && !given["BREVO_API_KEY"]) problems.push("SMTP_URL: is required, or BREVO_API_KEY");
  if (given["PUBLIC_URL"] && !given["PUBLIC_URL"].startsWith("https://")) {
    problems.push("PUBLIC_URL: must be https in production");
  }
  return problems;
}
