import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createBrevoTransport } from "./brevo-transport.ts";
import { type Mail, PermanentMailError } from "./mail.ts";

const mail: Mail = { to: "lea@example.org", subject: "Hello", html: "<p>Hello</p>", text: "Hello" };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/;

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** An API that gives the same answer to everything; status 0 gives none at all. */
async function api(status: number, body = "") {
  const requests: { method?: string; path?: string; headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const sent = (await request.toArray()).join("");
    requests.push({
      method: request.method ?? "",
      path: request.url ?? "",
      headers: request.headers,
      body: sent,
    });
    if (status !== 0) response.writeHead(status).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanups.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("expected a TCP port");
  const transport = createBrevoTransport({
    apiKey: "key-1",
    from: "ContentFlow Partners <partners@contentflow.test>",
    baseUrl: `http://127.0.0.1:${address.port}`,
    timeoutMs: 200,
  });
  return { transport, requests };
}

it("posts the mail with the key, known again by the same idempotency key", async () => {
  const { transport, requests } = await api(201, '{"messageId":"<1@smtp-relay>"}');
  await transport.send(mail, "wish-1");
  await transport.send(mail, "wish-1");
  await transport.send(mail, "wish-2");
  expect(requests[0]).toMatchObject({
    method: "POST",
    path: "/v3/smtp/email",
    headers: { "api-key": "key-1" },
  });
  const bodies = requests.map(({ body }) => JSON.parse(body));
  expect(bodies[0]).toEqual({
    sender: { name: "ContentFlow Partners", email: "partners@contentflow.test" },
    to: [{ email: "lea@example.org" }],
    subject: "Hello",
    htmlContent: "<p>Hello</p>",
    textContent: "Hello",
    headers: { idempotencyKey: expect.stringMatching(UUID) },
  });
  expect(bodies[1]).toEqual(bodies[0]);
  expect(bodies[2].headers.idempotencyKey).not.toBe(bodies[0].headers.idempotencyKey);
});

it("passes an id that is a UUID on as it is", async () => {
  const { transport, requests } = await api(201);
  await transport.send(mail, "0b6d7c1e-57f4-4f5e-9a51-3a3f4b1d2c00");
  expect(requests[0]?.body).toContain('"idempotencyKey":"0b6d7c1e-57f4-4f5e-9a51-3a3f4b1d2c00"');
});

it("is content when an earlier attempt had arrived after all", async () => {
  const { transport } = await api(400, '{"code":"duplicate_parameter","message":"seen"}');
  await expect(transport.send(mail, "wish-1")).resolves.toBeUndefined();
});

describe("a refusal", () => {
  it.each([400, 404, 413, 422])("of the mail (%i) is permanent", async (status) => {
    const { transport } = await api(
      status,
      '{"code":"invalid_parameter","message":"email is not valid in to"}',
    );
    const sending = transport.send(mail, "wish-1");
    await expect(sending).rejects.toBeInstanceOf(PermanentMailError);
    await expect(sending).rejects.toThrow(
      `Brevo answered ${status} invalid_parameter email is not valid in to`,
    );
  });

  it.each([401, 402, 403, 408, 429, 500, 502, 503])(
    "for another cause (%i) is worth another attempt",
    async (status) => {
      const { transport } = await api(status, "<html>not JSON</html>");
      const error = await transport.send(mail, "wish-1").catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(PermanentMailError);
      expect(String(error)).toContain(`${status}`);
      expect(String(error)).not.toContain("key-1");
    },
  );
});

it("gives up waiting for an answer that does not come", async () => {
  const { transport } = await api(0);
  await expect(transport.send(mail, "wish-1")).rejects.toThrow(/timeout/i);
});
