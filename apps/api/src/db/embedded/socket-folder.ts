import { chmod, chown, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Account } from "./launch-account.ts";

/** PostgreSQL names its socket after a port even when it opens none. */
export const SOCKET_PORT = 5432;

/** Longest path of a socket, in bytes, that the system takes. */
const LONGEST_PATH = process.platform === "darwin" ? 103 : 107;

interface SocketFolder {
  path: string;
  /** Takes away what a killed server has left: its lock file names a pid that may be somebody else's by now. */
  clear(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * A folder that only the server's account (and root) can enter. That is all the protection the server has, and
 * needs: connections over the socket are trusted without a password.
 */
export async function makeSocketFolder(wanted: string, account: Account | undefined): Promise<SocketFolder> {
  const path = fits(wanted) ? wanted : await mkdtemp(join(shortTemporaryFolder(), "contentflow-"));
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (account !== undefined) await chown(path, account.uid, account.gid);
  await chmod(path, 0o700);
  const socket = join(path, `.s.PGSQL.${SOCKET_PORT}`);
  return {
    path,
    clear: async () => {
      await rm(socket, { force: true });
      await rm(`${socket}.lock`, { force: true });
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST_PATH;
}

function shortTemporaryFolder(): string {
  return fits(join(tmpdir(), "contentflow-XXXXXX")) ? tmpdir() : "/tmp";
}
