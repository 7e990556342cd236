import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { DATABASE_NAME, type EmbeddedConnection, OWNER_ROLE } from "./embedded-connection.ts";
import { orNull } from "./file-errors.ts";
import type { FolderLayout } from "./folder-layout.ts";
import type { Account } from "./launch-account.ts";
import { makeSocketFolder, SOCKET_PORT } from "./socket-folder.ts";

/** Where the server is reached, and how that place is given up. */
interface ServerEndpoint {
  connection: EmbeddedConnection;
  /** To be called before each start of the server. */
  clear(): Promise<void>;
  remove(): Promise<void>;
}

/** A private socket; on Windows a free port on loopback with a password. */
export async function makeEndpoint(
  layout: FolderLayout,
  account: Account | undefined,
): Promise<ServerEndpoint> {
  const common = { user: OWNER_ROLE, database: DATABASE_NAME };
  if (process.platform === "win32") {
    const connection = {
      ...common,
      host: "127.0.0.1",
      port: await freePort(),
      password: await password(layout),
    };
    return { connection, clear: async () => {}, remove: async () => {} };
  }
  const folder = await makeSocketFolder(layout.sockets, account);
  const { path: host, clear, remove } = folder;
  return { connection: { ...common, host, port: SOCKET_PORT }, clear, remove };
}

async function password(layout: FolderLayout): Promise<string> {
  const known = await orNull(readFile(layout.password, "utf8"), "ENOENT");
  if (known !== null) return known.trim();
  const made = randomBytes(24).toString("base64url");
  await writeFile(layout.password, made, { mode: 0o600 });
  return made;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
