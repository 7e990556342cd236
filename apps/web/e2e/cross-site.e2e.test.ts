import { createServer, type IncomingHttpHeaders, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type BrowserApp, startBrowserApp } from "./browser-app.ts";
import { ask } from "./sign-in-by-http.ts";
import { visitAs } from "./visit-as.ts";

const EMAIL = "victim@example.org";
const MUTATION = "mutation { setLocale(locale: FR) { locale } }";

let app: BrowserApp;
let evil: Server;
let victim: BrowserContext;
let page: Page;
let session: string;

beforeAll(async () => {
  app = await startBrowserApp();
  evil = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end("<!doctype html><title>Win a prize</title><h1>Win a prize</h1>");
  });
  await new Promise<void>((resolve) => evil.listen(0, resolve));
  const visit = await visitAs(app, EMAIL);
  session = visit.session;
  victim = visit.page.context();
});
beforeEach(async () => {
  page = await victim.newPage();
});
afterEach(() => page.close());
afterAll(async () => {
  await new Promise((resolve) => evil.close(resolve));
  await app.close();
});

async function localeOfVictim(): Promise<unknown> {
  const { data } = (await (await ask(app.origin, "{ me { email locale } }", {}, session)).json()) as {
    data: unknown;
  };
  return data;
}

it("the victim is signed in, and from an own page everything works", async () => {
  await page.goto("/partner/portal");
  const status = await page.evaluate(
    `fetch("/graphql", { method: "POST", headers: { "content-type": "application/json" },
       body: JSON.stringify({ query: "{ me { email } }" }) }).then((answer) => answer.text())`,
  );
  expect(status).toContain(EMAIL);
});

/** Another host, for which the browser keeps the cookie back; and a neighbour on the same, to whom it gives it. */
describe.each(["127.0.0.1", "localhost"])("another site on %s", (host) => {
  const visitElsewhere = () => page.goto(`http://${host}:${(evil.address() as AddressInfo).port}`);

  it.each(["application/x-www-form-urlencoded", "text/plain", "multipart/form-data"])(
    "AC-39 a form changes nothing, sent as %s",
    async (enctype) => {
      await visitElsewhere();
      const field = { name: `{"query":${JSON.stringify(MUTATION)},"x":"`, value: '"}' };
      const [response] = await Promise.all([
        page.waitForResponse((answer) => answer.url().endsWith("/graphql")),
        page.evaluate(`{
        const form = Object.assign(document.createElement("form"), { method: "POST", action: "${app.origin}/graphql", enctype: "${enctype}" });
        form.append(Object.assign(document.createElement("input"), ${JSON.stringify(field)}));
        document.body.append(form);
        form.submit();
      }`),
      ]);
      expect(response.status()).toBeGreaterThanOrEqual(400);
      expect(await localeOfVictim()).toEqual({ me: { email: EMAIL, locale: "EN" } });
    },
  );

  it.each(["no-cors", "cors"])("AC-39 a fetch changes nothing and reads nothing (%s)", async (mode) => {
    await visitElsewhere();
    const type = mode === "cors" ? "application/json" : "text/plain";
    const read = await page.evaluate(
      `fetch("${app.origin}/graphql", { method: "POST", mode: "${mode}", credentials: "include",
       headers: { "content-type": "${type}" }, body: ${JSON.stringify(JSON.stringify({ query: MUTATION }))} })
       .then((answer) => answer.text(), () => "kept away")`,
    );
    expect(read).toBe("kept away");
    expect(await localeOfVictim()).toEqual({ me: { email: EMAIL, locale: "EN" } });
  });

  it.each(["/partner/export.json", `/graphql?query=${encodeURIComponent("{ me { email } }")}`])(
    "a fetch cannot read %s",
    async (url) => {
      await visitElsewhere();
      const read = await page.evaluate(
        `fetch("${app.origin}${url}", { credentials: "include" }).then((answer) => answer.text(), () => "kept away")`,
      );
      expect(read).toBe("kept away");
    },
  );

  it.each(["/partner/portal", "/partners", "/partner/login"])(
    "AC-50 no page of ours shows in a frame: %s",
    async (url) => {
      await visitElsewhere();
      const refused = page.waitForEvent("console", (message) =>
        /frame-ancestors|X-Frame-Options|Refused to/i.test(message.text()),
      );
      await page.evaluate(
        `document.body.append(Object.assign(document.createElement("iframe"), { src: "${app.origin}${url}" }))`,
      );
      await refused;
      expect(page.frames().map((frame) => frame.url())).not.toContain(`${app.origin}${url}`);
    },
  );

  it("a WebSocket is not opened", async () => {
    await visitElsewhere();
    const outcome = await page.evaluate(
      `new Promise((resolve) => {
       const socket = new WebSocket("${app.origin.replace("http", "ws")}/graphql", "graphql-transport-ws");
       socket.onopen = () => resolve("opened");
       socket.onerror = () => resolve("refused");
     })`,
    );
    expect(outcome).toBe("refused");
  });
});

/** As it stands: `fetch` would tidy the path up before it asks. */
function get(
  path: string,
): Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: string }> {
  const { hostname, port } = new URL(app.origin);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, async (answer) => {
      const body = Buffer.concat(await answer.toArray()).toString("utf8");
      resolve({ status: answer.statusCode, headers: answer.headers, body });
    })
      .on("error", reject)
      .end();
  });
}

it("AC-50 the built pages run nothing that is written into them, and load nothing from elsewhere", async () => {
  for (const path of ["/partners", "/partners/leaderboard", "/partner/portal", "/admin/partners/dashboard"]) {
    const { status, headers, body } = await get(path);
    expect([path, status]).toEqual([path, 200]);
    const policy = String(headers["content-security-policy"]);
    expect(policy).toMatch(/(^|;)default-src 'none'(;|$)/);
    expect(policy).toMatch(/(^|;)frame-ancestors 'none'(;|$)/);
    expect(policy).not.toMatch(/unsafe-|script-src[^;]*(https?:|\*|data:|blob:)/);
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });
    expect(body).not.toMatch(/<script(?![^>]*\ssrc="\/)|\son\w+=|javascript:|(src|href)="(https?:)?\/\//i);
  }
});

it("AC-50 nothing but the built pages is handed out", async () => {
  const { body } = await get("/partners");
  const scripts = [...body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = ""]) => path);
  expect(scripts.length).toBeGreaterThan(1);
  for (const path of [
    ...scripts.flatMap((script) => [`${script}.map`, `${script}/..%2f..%2f..%2fpackage.json`]),
    ...[
      "/.env",
      "/.git/HEAD",
      "/index.html.map",
      "/.vite/manifest.json",
      "/server/entry.js",
      "/.data/secret",
    ],
    ...["/..%2f", "/../../package.json", "/assets/../../package.json", "/assets/..%5c..%5cpackage.json"],
    ...["/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/assets/%2e%2e%2f%2e%2e%2fpackage.json", "/assets/", "/assets"],
  ]) {
    const answer = await get(path);
    expect([path, [400, 403, 404].includes(answer.status ?? 0)]).toEqual([path, true]);
    expect(answer.body).not.toMatch(/"dependencies"|root:|sourcesContent|node_modules/);
  }
});
