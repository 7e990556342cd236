import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";
import type { App } from "../app.ts";

/** Nothing from elsewhere, nothing inline that runs, nobody's frame. */
export async function registerSecurityHeaders(http: FastifyInstance, app: App): Promise<void> {
  const secure = app.publicUrl.startsWith("https://");
  await http.register(helmet, {
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
  http.addHook("onSend", async (_request, reply) => {
    if (!reply.hasHeader("permissions-policy")) {
      void reply.header("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()");
    }
  });
}
