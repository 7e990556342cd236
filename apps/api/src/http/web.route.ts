import { existsSync } from "node:fs";
import { findPackageJSON } from "node:module";
import path from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { App } from "../app.ts";
import { PAGE_LANGUAGES, pageLanguage } from "./page-language.ts";

// From the package's folder: the build puts this module elsewhere than its source lies.
const WEB_DIST = path.resolve(findPackageJSON(import.meta.url) ?? "", "../../web/dist");

/** The single-page app's pages; everything else that is not a file is a 404, also for people. */
const PAGES = [
  "/partners/leaderboard",
  "/partners/faq",
  "/partners/earnings",
  "/partner/magic",
  "/partner/login",
  "/partner/erased",
  "/partner/portal",
  "/partner/links",
  "/partner/links/:code",
  "/partner/settings",
  "/admin/partners/dashboard",
  "/admin/partners/:id",
];

/** GraphiQL's editor writes its styles at run time, which the app's own policy forbids. */
const SANDBOX_POLICY = (publicUrl: string) =>
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  `font-src 'self' data:; connect-src 'self' ${publicUrl.replace(/^http/, "ws")}; base-uri 'none'; frame-ancestors 'none'`;

/** The built web app: hashed files for ever, pages never. */
export async function registerWeb(http: FastifyInstance, app: App): Promise<void> {
  if (!existsSync(path.join(WEB_DIST, "index.html"))) {
    app.log.warn("the web app is not built: serving the API only");
    http.setNotFoundHandler(async (_request, reply) => sendNothingHere(reply));
    return;
  }
  const options = { serve: true, index: false, cacheControl: false, preCompressed: true } as const;
  await http.register(fastifyStatic, {
    ...options,
    root: WEB_DIST,
    wildcard: false,
    globIgnore: ["assets/**", "**/*.html", "**/*.map", "**/*.br"],
    // Pages name the files they need and must always be the newest.
    setHeaders: (reply, file) =>
      void reply.header("cache-control", /[.]html([.]br)?$/.test(file) ? "no-cache" : "public, max-age=3600"),
  });
  // Under one route: two for each of so many files would take as long as all other routes together.
  await http.register(fastifyStatic, {
    ...options,
    root: path.join(WEB_DIST, "assets"),
    prefix: "/assets/",
    decorateReply: false,
    allowedPath: (file) => /[.]\w+$/.test(file) && !/[.](map|br)$/.test(file),
    // Their names change with their content.
    setHeaders: (reply) => void reply.header("cache-control", "public, max-age=31536000, immutable"),
  });
  const page = (reply: FastifyReply) => reply.sendFile("index.html");
  for (const url of PAGES) http.get(url, async (_request, reply) => page(reply));
  http.get("/", async (_request, reply) => reply.redirect("/partners"));
  // The first page comes with its text, so that it can be read before a script has run.
  http.get("/partners", async (request, reply) =>
    reply.header("vary", "accept-language, cookie").sendFile(`landing.${pageLanguage(request.headers)}.html`),
  );
  // Asked for by the service worker, which shows them when there is no network.
  for (const language of PAGE_LANGUAGES) {
    const file = `offline.${language}.html`;
    http.get(`/${file}`, async (_request, reply) => reply.sendFile(file));
  }
  if (app.config.sandbox) {
    http.get("/sandbox", async (_request, reply) =>
      reply.header("content-security-policy", SANDBOX_POLICY(app.publicUrl)).sendFile("sandbox.html"),
    );
  }
  http.setNotFoundHandler(async (request, reply) => {
    const isPage = request.method === "GET" && request.headers.accept?.includes("text/html");
    return isPage ? page(reply.code(404)) : sendNothingHere(reply);
  });
}

function sendNothingHere(reply: FastifyReply): FastifyReply {
  return reply
    .code(404)
    .send({ error: { code: "NOT_FOUND", message: "Nothing lives at this address.", details: {} } });
}
