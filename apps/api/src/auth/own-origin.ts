import type { IncomingHttpHeaders } from "node:http";
import { DomainError } from "@contentflow/domain/errors";
import type { App } from "../app.ts";
import { sessionTokenIn } from "./session-cookie.ts";

type Site = Pick<App, "publicUrl"> & { readonly config: Pick<App["config"], "mode"> };

const LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"];
/** What a browser says of a request that no other site caused. */
const OWN_FETCH_SITES = ["same-origin", "none"];

/**
 * Keeps other sites from acting with a visitor's session: what says where it comes from must come from here, and what may
 * change something must not come from another site.
 * A client without Origin is not a browser's page, unless it carries a session and says that another site sent it.
 * WebSocket upgrades are checked as "POST": browsers send cookies with them, whoever opens the socket.
 * @throws DomainError FORBIDDEN
 */
export function assertOwnOrigin(app: Site, method: string, headers: IncomingHttpHeaders): void {
  const { origin } = headers;
  if (origin !== undefined) {
    if (!ownOrigins(app).includes(origin)) throw new DomainError("FORBIDDEN");
    return;
  }
  if (method === "GET" || method === "HEAD") return;
  if (sessionTokenIn(app, headers.cookie) === undefined) return;
  const fetchSite = headers["sec-fetch-site"];
  if (fetchSite !== undefined && !OWN_FETCH_SITES.includes(String(fetchSite)))
    throw new DomainError("FORBIDDEN");
}

/** In the demo, this machine goes by several names, and people type any of them. */
function ownOrigins({ publicUrl, config }: Site): readonly string[] {
  const { protocol, hostname, port } = new URL(publicUrl);
  if (config.mode !== "demo" || !LOOPBACK_HOSTS.includes(hostname)) return [publicUrl];
  return LOOPBACK_HOSTS.map((host) => `${protocol}//${host}${port === "" ? "" : `:${port}`}`);
}
