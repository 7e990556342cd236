import { randomBytes } from "node:crypto";
import type { ClickTraffic, EventTraffic, QueryTraffic, Traffic } from "./plan.ts";

/** What browsers say; visitors differ by their addresses. */
const USER_AGENTS = [
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
];

/** Writes the next request of some traffic, whole, as it goes over the wire. */
export function requestsOf(traffic: Traffic): () => string {
  switch (traffic.kind) {
    case "clicks":
      return clicks(traffic);
    case "query":
      return queries(traffic);
    case "events":
      return events(traffic);
  }
}

function clicks({ codes, firstVisitor }: ClickTraffic): () => string {
  let visitor = firstVisitor;
  return () => {
    visitor += 1;
    const code = codes[Math.floor(Math.random() * codes.length)];
    const userAgent = USER_AGENTS[visitor % USER_AGENTS.length];
    const address = `10.${(visitor >> 16) & 255}.${(visitor >> 8) & 255}.${visitor & 255}`;
    return `GET /r/${code} HTTP/1.1\r\nHost: localhost\r\nUser-Agent: ${userAgent}\r\nX-Forwarded-For: ${address}\r\nAccept: text/html\r\nAccept-Language: en\r\n\r\n`;
  };
}

function queries({ path, asked, people }: QueryTraffic): () => string {
  const requests = people.map(({ cookie, variables }) => {
    const body = JSON.stringify({ ...asked, ...(variables && { variables }) });
    const cookieLine = cookie === undefined ? "" : `Cookie: ${cookie}\r\n`;
    return `POST ${path} HTTP/1.1\r\nHost: localhost\r\n${cookieLine}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  });
  let next = 0;
  return () => {
    next = (next + 1) % requests.length;
    return requests[next] ?? "";
  };
}

function events({ apiKey, partners, batch, firstVisitor }: EventTraffic): () => string {
  // Ids of their own for each run: a repeated one would be a replay.
  const run = randomBytes(8).toString("hex");
  let number = firstVisitor;
  return () => {
    const occurredAt = new Date().toISOString();
    const sent = Array.from({ length: batch }, () => {
      number += 1;
      const partner = partners[Math.floor(Math.random() * partners.length)];
      return {
        id: `${run}-${number}`,
        kind: "click",
        sessionId: `${partner?.id}:visitor-${number}`,
        occurredAt,
        linkCode: partner?.code,
        platform: "newsletter",
        userAgent: USER_AGENTS[number % USER_AGENTS.length],
      };
    });
    const body = JSON.stringify({ events: sent });
    return `POST /v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${apiKey}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  };
}
