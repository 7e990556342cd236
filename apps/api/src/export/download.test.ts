import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import fastify from "fastify";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { registerDownload } from "./download.ts";

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

/** A file without an end, and a reader who takes the first of it only. */
async function slowReader() {
  const { client } = await signedInPartner(test);
  const http = fastify();
  let ended = false;
  registerDownload(http, test.app, {
    url: "/endless.csv",
    audience: "partner",
    name: "endless",
    type: "csv",
    async *content() {
      try {
        for (;;) yield "x".repeat(65_536);
      } finally {
        ended = true;
      }
    },
  });
  await http.listen({ port: 0, host: "127.0.0.1" });
  const { port } = http.server.address() as AddressInfo;
  const request = get({
    port,
    host: "127.0.0.1",
    path: "/endless.csv",
    headers: { cookie: client.cookie ?? "" },
  });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
  return { http, response, hasEnded: () => ended };
}

it("ends what is being read when the server stops, so that the reader knows it is not whole", async () => {
  const { http, response, hasEnded } = await slowReader();
  const broken = once(response, "error").then(([error]: unknown[]) => error);
  const before = Date.now();
  await http.close();
  expect(Date.now() - before).toBeLessThan(10_000);
  response.resume();
  expect(await broken).toMatchObject({ code: "ECONNRESET" });
  expect(hasEnded()).toBe(true);
});

it("ends when the reader goes away", async () => {
  const { http, response, hasEnded } = await slowReader();
  response.destroy();
  await vi.waitFor(() => expect(hasEnded()).toBe(true), { timeout: 10_000 });
  await http.close();
});
