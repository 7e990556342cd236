/** How to reach the application's own PostgreSQL, in the words of the `pg` driver. */
export interface EmbeddedConnection {
  /** Folder of the socket; `127.0.0.1` on Windows, which gets TCP instead. */
  host: string;
  port: number;
  user: string;
  /** Only on Windows: elsewhere the permissions of the socket's folder decide who may connect. */
  password?: string;
  database: string;
}

/** Where the messages about the server's life go; a pino logger fits. */
export interface ServerLog {
  info(message: string): void;
  warn(message: string): void;
}

export const OWNER_ROLE = "contentflow_owner";
export const DATABASE_NAME = "contentflow";
