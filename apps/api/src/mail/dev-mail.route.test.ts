import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { expect, it, onTestFinished } from "vitest";
import { registerDevMail } from "./dev-mail.route.ts";
import { createFileTransport } from "./file-transport.ts";
import { renderMail } from "./render-mail.ts";

async function startApp() {
  const mailDir = await mkdtemp(join(tmpdir(), "mail-"));
  const app = Fastify();
  registerDevMail(app, mailDir);
  onTestFinished(async () => {
    await app.close();
    await rm(mailDir, { recursive: true });
  });
  let minute = 0;
  const now = () => new Date(Date.UTC(2026, 10, 22, 12, minute++));
  const transport = createFileTransport({ dir: mailDir, from: "partners@contentflow.test", now });
  const get = (url: string) => app.inject({ url });
  return { transport, get };
}

const url = "https://partners.example.org/partner/login#token=abc";
const magicLink = renderMail({ template: "magic-link", url, expiresInMinutes: 15 }, "en");

it("lists the latest 50 mails, newest first, and opens each", async () => {
  const { transport, get } = await startApp();
  for (let index = 1; index <= 51; index++) {
    await transport.send(
      { ...magicLink, to: `p${index}@example.org`, subject: `Mail ${index}` },
      `wish-${index}`,
    );
  }
  const { body: list } = await get("/dev/mail");
  const paths = [...list.matchAll(/href="([^"]+)">Mail (\d+)</g)];
  expect(paths.map(([, , index]) => index)).toEqual(
    Array.from({ length: 50 }, (_, index) => `${51 - index}`),
  );
  const mail = await get(paths[0]?.[1] ?? "");
  expect(mail.statusCode).toBe(200);
  expect(mail.body).toContain("p51@example.org");
  expect(mail.body).toContain(`\n${url}\n`);
});

it("shows the HTML form in a frame without scripts, whose links open in the whole window", async () => {
  const { transport, get } = await startApp();
  await transport.send({ ...magicLink, to: "p@example.org" }, "wish-1");
  const mail = await get("/dev/mail/2026-11-22T12-00-00.000Z-wish-1");
  expect(mail.body).toContain('sandbox="allow-top-navigation-by-user-activation"');
  expect(mail.body).toContain("&lt;base target=&quot;_top&quot;&gt;");
  expect(mail.headers["content-security-policy"]).toContain("default-src 'none'");
  expect(mail.headers["cache-control"]).toBe("no-store");
});

it("AC-48 shows hostile text as text", async () => {
  const { transport, get } = await startApp();
  const hostile = "</pre><img src=x onerror=alert(1)>";
  await transport.send(
    { to: hostile, subject: hostile, html: `"><script>1</script>`, text: hostile },
    "wish-1",
  );
  for (const path of ["/dev/mail", "/dev/mail/2026-11-22T12-00-00.000Z-wish-1"]) {
    const { body } = await get(path);
    expect(body).toContain("&lt;img src=x");
    expect(body).not.toMatch(/<img|<script/);
  }
});

it.each(["nothing", "..%2F..%2Fetc%2Fpasswd"])("has no page for %s", async (name) => {
  const { get } = await startApp();
  expect((await get(`/dev/mail/${name}`)).statusCode).toBe(404);
});

it("says so when there is no mail yet", async () => {
  const { get } = await startApp();
  expect((await get("/dev/mail")).body).toContain("No mail yet.");
});
