import { randomUUID } from "node:crypto";
import fastify, { type FastifyInstance, type FastifyPluginAsync, LogController } from "fastify";
import type { App } from "./app.ts";
import { registerEvents } from "./clicks/events.route.ts";
import { registerRedirect } from "./clicks/redirect.route.ts";
import { registerPartnerExport } from "./export/partner-export.route.ts";
import { registerWithdrawalsExport } from "./export/withdrawals-export.route.ts";
import { createApollo } from "./graphql/apollo.ts";
import { registerGraphql } from "./graphql/graphql.route.ts";
import { attachGraphqlSocket } from "./graphql/graphql.socket.ts";
import { registerAccessLog } from "./http/access-log.ts";
import { registerErrorHandler } from "./http/error-handler.ts";
import { registerHealth } from "./http/health.route.ts";
import { registerMetrics } from "./http/metrics.route.ts";
import { registerSecurityHeaders, securityHeaders } from "./http/security-headers.ts";
import { trustProxies } from "./http/trust-proxies.ts";
import { registerWeb } from "./http/web.route.ts";
import { registerDevMail } from "./mail/dev-mail.route.ts";
import { schema } from "./schema.ts";

export interface Server {
  readonly http: FastifyInstance;
  /** Resolves with the origin that it listens on. */
  listen(port: number, host?: string): Promise<string>;
  /** Answers what is under way, then stops. */
  close(): Promise<void>;
}

export interface ServerOptions {
  /** Folder of the demo's mails; with it, `/dev/mail` shows them to anybody who asks. */
  readonly mailDir?: string;
}

/** No operation of ours comes near it; events over HTTP have a limit of their own. */
const BODY_LIMIT_BYTES = 100_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** While stopping. */
const IDLE_CHECK_MS = 200;

/** HTTP and GraphQL over an App. `main.ts` and the tests use the same one. */
export async function createServer(app: App, options: ServerOptions = {}): Promise<Server> {
  const { trustedProxies } = app.config;
  const http = fastify({
    loggerInstance: app.log,
    // Its own lines name addresses and whole URLs; ours do not.
    logController: new LogController({ disableRequestLogging: true }),
    // Nothing is logged through requests: one made for each of them would be thrown away.
    childLoggerFactory: () => app.log,
    genReqId: () => randomUUID(),
    trustProxy: trustedProxies.length > 0 ? trustProxies(trustedProxies) : false,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: "idle",
  });
  http.removeContentTypeParser("text/plain");
  registerErrorHandler(http, app);
  const headers = securityHeaders(app);
  registerRedirect(http, app, headers);

  const apollo = createApollo(app, schema);
  await apollo.start();
  // In a scope of its own, whose hooks no redirect has to go through.
  const everythingElse: FastifyPluginAsync = async (pages) => {
    registerAccessLog(pages, app);
    registerSecurityHeaders(pages, headers);
    registerGraphql(pages, app, schema, apollo);
    registerEvents(pages, app);
    registerPartnerExport(pages, app);
    registerWithdrawalsExport(pages, app);
    registerHealth(pages, app);
    registerMetrics(pages, app);
    if (options.mailDir !== undefined) registerDevMail(pages, options.mailDir);
    await registerWeb(pages, app);
  };
  await http.register(everythingElse);
  const sockets = attachGraphqlSocket(http.server, app, schema);

  return {
    http,
    listen: (port, host = "127.0.0.1") => http.listen({ port, host }),
    async close() {
      await sockets.close();
      // A connection whose last request was still under way is told to stay open, and would never be closed.
      const idle = setInterval(() => http.server.closeIdleConnections(), IDLE_CHECK_MS);
      await http.close().finally(() => clearInterval(idle));
      await apollo.stop();
    },
  };
}
