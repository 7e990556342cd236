import type { IncomingHttpHeaders } from "node:http";
import { DomainError } from "@contentflow/domain/errors";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../app.ts";
import { findViewer } from "../auth/find-viewer.ts";
import { httpStatusOf } from "../errors.ts";
import { logAnswer } from "../http/access-log.ts";
import { sendRefusal } from "../http/error-handler.ts";
import type { AnswerHeaders } from "../http/security-headers.ts";
import { createLinkCache } from "../links/link-cache.ts";
import { isBot } from "./bot.ts";
import { linkNotFoundPage } from "./link-not-found.page.ts";
import { referrerHost } from "./referrer-host.ts";
import { visitorHash } from "./visitor-hash.ts";
import { createVisitorKeys } from "./visitor-keys.ts";

/**
 * `GET /r/<code>`: records the click, then sends the visitor on to the link's own destination; nothing in the request
 * can change where to. Whether the click counts makes no difference to the visitor. With the database down, links that
 * are known go on working; of a code that is not, nobody can say whether it exists: 503.
 */
export function registerRedirect(http: FastifyInstance, app: App, pageHeaders: AnswerHeaders): void {
  const links = createLinkCache(app);
  const keys = createVisitorKeys(app);
  const redirectHeaders = ["strict-transport-security", "x-content-type-options", "referrer-policy"]
    .flatMap((name) => (pageHeaders[name] === undefined ? [] : [name, pageHeaders[name]]))
    .concat("cache-control", "no-store", "content-length", "0");

  const sendNotFound = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const { language, html } = linkNotFoundPage(request.headers["accept-language"]);
    return sendFailure(request, reply.code(404))
      .header("cache-control", "no-store")
      .header("content-language", language)
      .header("vary", "accept-language")
      .type("text/html; charset=utf-8")
      .send(html);
  };
  const sendFailure = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    logAnswer(app, request, reply);
    return reply.headers(pageHeaders).header("x-request-id", request.id);
  };

  http.addHook("onReady", async () => {
    try {
      await Promise.all([links.preload(), keys.current()]);
    } catch (error) {
      app.log.warn({ err: error }, "links could not be loaded ahead");
    }
  });

  // A wildcard, so that codes of any length and with any characters get the same page.
  http.route<{ Params: { "*": string } }>({
    method: ["GET", "HEAD"],
    url: "/r/*",
    handler: async (request, reply) => {
      const found = links.find(request.params["*"]);
      // What is known is there at once: each wait is another turn of the loop for every click.
      const link = found instanceof Promise ? await found : found;
      if (!link) return sendNotFound(request, reply);
      const userAgent = request.headers["user-agent"] ?? "";
      const ip = request.ip;
      const current = keys.current();
      const { today, yesterday } = current instanceof Promise ? await current : current;
      await app.clicks.record({
        kind: "click",
        occurredAt: app.now(),
        partnerId: link.partnerId,
        linkId: link.id,
        visitor: visitorHash(today, ip, userAgent),
        // What is not so is not said: every click is written down twice.
        ...(yesterday && { formerVisitor: visitorHash(yesterday, ip, userAgent) }),
        ...(request.headers.cookie !== undefined &&
          (await isOwner(app, request, link.partnerId)) && { selfClick: true }),
        ...(isPrefetch(request) && { prefetch: true }),
        ...(isBot(userAgent) && { bot: true }),
        ...(request.headers.referer !== undefined && { referrerHost: referrerHost(request.headers.referer) }),
      });
      // Past the framework, which would put each header in a table first: a redirect has no other work to do.
      // Written before the answer is taken over: what cannot be written is still refused below.
      reply.raw.writeHead(302, [
        ...redirectHeaders,
        "location",
        link.destination,
        "x-request-id",
        request.id,
      ]);
      reply.hijack();
      reply.raw.end();
    },
    errorHandler: (error, request, reply) => {
      app.log.error({ err: error, requestId: request.id }, "click not recorded");
      // Whatever went wrong is ours and passes: the visitor's browser may simply try again.
      const refusal = new DomainError("SERVICE_UNAVAILABLE", { retryAfterSeconds: 2 });
      void sendRefusal(sendFailure(request, reply.code(httpStatusOf(refusal))), refusal);
    },
  });
}

async function isOwner(app: App, request: FastifyRequest, partnerId: string): Promise<boolean> {
  try {
    return (await findViewer(app, request.headers.cookie))?.id === partnerId;
  } catch (error) {
    // Without a database nobody is signed in, and the visitor wants to get on.
    app.log.warn({ err: error, requestId: request.id }, "could not tell who clicked");
    return false;
  }
}

/** Fetched ahead in case it is wanted, or only asked about: nobody has looked at anything. */
function isPrefetch({ method, headers }: FastifyRequest): boolean {
  return (
    method === "HEAD" || says(headers, "sec-purpose") || says(headers, "purpose") || says(headers, "x-moz")
  );
}

function says(headers: IncomingHttpHeaders, name: string): boolean {
  // Chromium writes "prefetch;prerender", Safari "preview".
  return /\b(prefetch|prerender|preview)\b/i.test(String(headers[name] ?? ""));
}
