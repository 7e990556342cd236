import { randomUUID } from "node:crypto";
import { parseRate } from "@contentflow/domain/money";
import type { App } from "../../app.ts";
import { createApiKey } from "../../auth/create-api-key.ts";
import { createApp } from "../../create-app.ts";
import { createServer, type Server } from "../../server.ts";
import { TestClient } from "../../testing/client.ts";
import { type SignedIn, signedInAdmin, signedInPartner } from "../../testing/people.ts";
import { createTestApp, type TestApp } from "../../testing/test-app.ts";
import { differencesIn } from "../../withdrawals/withdrawal.test-kit.ts";
import { readBalance } from "../read-balance.ts";
import { MOST_IN_TEN_MINUTES } from "./verdict.test-kit.ts";
import { euros, START, type Where, type Who, WINDOW_DAYS } from "./world.test-kit.ts";

/** What a click earns, in micro-euros: changed by going on with another server, as if restarted with other settings. */
export const EPCS = [25_000_000n, 12_345_678n, 3_500n] as const;

interface House {
  readonly app: App;
  readonly server: Server;
}

/** Servers on one database, one for each rate. Histories play on it one after the other, each with people of its own. */
export interface Stage {
  readonly test: TestApp;
  readonly houses: ReadonlyMap<bigint, House>;
  readonly apiKey: string;
  /** Somebody who decides; another one from time to time, as a session may not do any number of things in a minute. */
  admin(): Promise<SignedIn>;
  /** What the proof of the books says of all that happened here. */
  differences(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const test = await createTestApp({
    EPC_EUR: euros(EPCS[0]),
    EARNINGS_WINDOW_DAYS: String(WINDOW_DAYS),
    VELOCITY_10_MINUTES: String(MOST_IN_TEN_MINUTES),
  });
  const houses = new Map<bigint, House>([[EPCS[0], test]]);
  const closing: (() => Promise<void>)[] = [];
  for (const epc of EPCS.slice(1)) {
    const app = await createApp({
      ...test.app,
      config: { ...test.app.config, epc: parseRate(euros(epc)) },
      owner: test.database.owner,
      appSecret: test.app.config.appSecret ?? "",
      mailTransport: { send: async () => {}, close: async () => {} },
    });
    const server = await createServer(app);
    houses.set(epc, { app, server });
    closing.push(
      () => server.close(),
      () => app.close(),
    );
  }
  let histories = 0;
  let admin: SignedIn | undefined;
  const { key } = await createApiKey(test.app, "model");
  return {
    test,
    houses,
    apiKey: key,
    async admin() {
      if (!admin || histories % 20 === 0) admin = await signedInAdmin(test);
      histories += 1;
      return admin;
    },
    differences: () => differencesIn(test),
    async close() {
      for (const close of closing) await close();
      await test.close();
    },
  };
}

/** The program as the people of one history meet it. */
export class Real {
  readonly stage: Stage;
  readonly admin: SignedIn;
  readonly #partners: [SignedIn, SignedIn];
  readonly #withdrawals = new Map<string, string>();
  #epc: bigint = EPCS[0];
  #now = START;

  private constructor(stage: Stage, admin: SignedIn, partners: [SignedIn, SignedIn]) {
    this.stage = stage;
    this.admin = admin;
    this.#partners = partners;
  }

  static async start(stage: Stage, ownEpcs: readonly [bigint, bigint]): Promise<Real> {
    const [admin, first, second] = await Promise.all([
      stage.admin(),
      signedInPartner(stage.test),
      signedInPartner(stage.test),
    ]);
    // As `pnpm links:import` would: partners cannot give their links a rate.
    await stage.test.database.sql(
      `insert into links (code, partner_id, destination, epc)
       select name || '-' || partner_id, partner_id::uuid, 'https://example.org/there', case name when 'own' then epc end
       from unnest($1::text[], $2::bigint[]) as p (partner_id, epc), unnest('{own,plain}'::text[]) as name`,
      [[first.id, second.id], ownEpcs.map(String)],
    );
    const real = new Real(stage, admin, [first, second]);
    real.wait(0);
    return real;
  }

  get server(): Server {
    return this.#house.server;
  }

  get #house(): House {
    const house = this.stage.houses.get(this.#epc);
    if (!house) throw new Error("no server has this rate");
    return house;
  }

  setEpc(epc: bigint): void {
    this.#epc = epc;
  }

  wait(milliseconds: number): void {
    this.#now += milliseconds;
    this.stage.test.setNow(new Date(this.#now));
  }

  partner(who: Who): SignedIn {
    return this.#partners[who];
  }

  /** Their browser, on the server of the present rate. */
  client(person: SignedIn): TestClient {
    const client = new TestClient(this.server);
    client.cookie = person.client.cookie;
    return client;
  }

  /** What both partners are shown. Not through the API: that would cost several times as much as the rest of a step. */
  balances(): Promise<unknown[]> {
    return Promise.all(this.#partners.map(({ id }) => readBalance(this.#house.app, id)));
  }

  /** Being suspended ended their sessions. */
  async signInAgain(who: Who): Promise<void> {
    this.#partners[who] = await signedInPartner(this.stage.test, this.#partners[who].email);
  }

  linkCode(who: Who, where: Where): string | null {
    if (where === "none") return null;
    if (where === "foreign") return `own-${this.#partners[who === 0 ? 1 : 0].id}`;
    return `${where}-${this.#partners[who].id}`;
  }

  remember(who: Who, key: string, withdrawalId: string): void {
    this.#withdrawals.set(`${who} ${key}`, withdrawalId);
  }

  withdrawalId(who: Who, key: string): string {
    return this.#withdrawals.get(`${who} ${key}`) ?? randomUUID();
  }
}
