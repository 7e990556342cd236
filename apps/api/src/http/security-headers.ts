import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import helmet from "helmet";
import type { App } from "../app.ts";

export type AnswerHeaders = Readonly<Record<string, string>>;

/** Nothing from elsewhere, nothing inline that runs, nobody's frame. */
export function securityHeaders(app: Pick<App, "publicUrl">): AnswerHeaders {
  const secure = app.publicUrl.startsWith("https://");
  const middleware = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        // Older browsers do not count a WebSocket of the same origin as 'self'.
        connectSrc: ["'self'", app.publicUrl.replace(/^http/, "ws")],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
    hsts: secure ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: "no-referrer" },
    frameguard: { action: "deny" },
  });
  return {
    ...headersOf(middleware),
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
  };
}

export function registerSecurityHeaders(http: FastifyInstance, headers: AnswerHeaders): void {
  http.addHook("onRequest", (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}

/** They are the same for every answer, and working them out anew costs more than a redirect does: they are asked for once. */
function headersOf(middleware: ReturnType<typeof helmet>): Record<string, string> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  middleware(request, response, () => {});
  return Object.fromEntries(
    Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
  );
}
