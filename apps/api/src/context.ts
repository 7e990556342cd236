import type { EntityManager } from "@mikro-orm/postgresql";
import type { App } from "./app.ts";
import type { Viewer } from "./auth/viewer.ts";

/** What one GraphQL request holds. The EntityManager is its own: nothing is shared with other requests. */
export interface Context {
  readonly app: App;
  readonly em: EntityManager;
  /** Who asks; looked up once, when first needed. Null when signed out. */
  viewer(): Promise<Viewer | null>;
  readonly client: Client;
}

/** What is known about the other end. Never logged: it identifies people. */
export interface Client {
  readonly ip: string;
  readonly userAgent: string | undefined;
  readonly requestId: string;
  /** The raw Cookie header: where the session token is. */
  readonly cookie: string | undefined;
  /** Sets or clears the session cookie; absent on WebSockets, where nobody signs in. */
  readonly setSession?: (token: string | null, maxAgeSeconds: number) => void;
}
