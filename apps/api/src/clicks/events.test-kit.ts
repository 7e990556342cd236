import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { addLink, differences, type TestLink } from "./clicks.test-kit.ts";

export const BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
export const KEY = "cf_test-key";

export interface Answer {
  readonly results: readonly {
    index: number;
    id: string | null;
    status: string;
    code?: string;
    replayed?: true;
  }[];
  readonly summary: Record<string, number>;
  readonly error?: { code: string; message: string };
}

/** For a file of tests: an application with a key, a new link for each test, and books that agree after each. */
export function eventsRoute() {
  let test: TestApp;
  let link: TestLink;
  let numbers = 0;

  const addKey = async (key: string): Promise<void> => {
    const hmac = test.app.secrets.hmac("api-key", key);
    await test.database.sql("insert into api_keys (name, key_hmac) values ($1, $2)", [key, hmac]);
  };

  const post = async (payload: string | Buffer | object, headers: Record<string, string> = {}) => {
    const response = await test.server.http.inject({
      method: "POST",
      url: "/v1/events",
      headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json", ...headers },
      payload,
    });
    return { status: response.statusCode, headers: response.headers, body: response.json<Answer>() };
  };

  beforeAll(async () => {
    test = await createTestApp();
    await addKey(KEY);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    link = await addLink(test.database);
  });
  afterEach(async () => {
    test.setNow(new Date());
    expect(await differences(test.database)).toEqual([]);
  });

  return {
    get test() {
      return test;
    },
    get link() {
      return link;
    },
    addKey,
    post,
    /** A click on the link by a visitor of its own, as ContentFlow sends it. */
    event(change: object = {}): Record<string, unknown> {
      numbers += 1;
      return {
        id: `event-${numbers}`,
        kind: "click",
        sessionId: `${link.partnerId}:visitor-${numbers}`,
        occurredAt: new Date().toISOString(),
        linkCode: link.code,
        userAgent: BROWSER,
        ...change,
      };
    },
    async statuses(...events: unknown[]): Promise<string[]> {
      const { status, body } = await post({ events });
      expect(status).toBe(200);
      return body.results.map(({ status: one, code, replayed }) => (replayed ? "replayed" : (code ?? one)));
    },
    async recorded(): Promise<number> {
      const [row] = await test.database.sql<{ n: number }>(
        "select count(*)::int as n from metric_events where partner_id = $1",
        [link.partnerId],
      );
      return row?.n ?? -1;
    },
  };
}
