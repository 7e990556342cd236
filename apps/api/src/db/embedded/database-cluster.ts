import { execFile } from "node:child_process";
import { chown, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { OWNER_ROLE } from "./embedded-connection.ts";
import { hasCode, orNull } from "./file-errors.ts";
import type { FolderLayout } from "./folder-layout.ts";
import { type Launch, spawnOptions } from "./launch-account.ts";
import type { PostgresBinaries } from "./postgres-binaries.ts";

const run = promisify(execFile);

interface ClusterOptions {
  readonly durable: boolean;
  /** Called when `initdb` runs. */
  readonly onLaunch: () => void;
}

/**
 * Makes the cluster if there is none, and sees to it that the server's account owns it.
 *
 * It is made aside and then renamed: a run that is killed half-way leaves nothing that looks like a cluster.
 */
export async function ensureCluster(
  layout: FolderLayout,
  binaries: PostgresBinaries,
  launch: Launch,
  options: ClusterOptions,
): Promise<void> {
  const version = await orNull(readFile(join(layout.cluster, "PG_VERSION"), "utf8"), "ENOENT");
  if (version === null) return makeCluster(layout, binaries, launch, options);
  if (version.trim() !== launch.majorVersion) {
    throw new Error(
      `${layout.cluster} was made by PostgreSQL ${version.trim()}, this is ${launch.majorVersion}: dump it with the old one and restore it.`,
    );
  }
  await changeOwner(layout.cluster, launch);
}

async function makeCluster(
  layout: FolderLayout,
  binaries: PostgresBinaries,
  launch: Launch,
  { durable, onLaunch }: ClusterOptions,
): Promise<void> {
  const fresh = layout.freshCluster;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  if (launch.account !== undefined) await chown(fresh, launch.account.uid, launch.account.gid);
  // No TCP is ever opened (Windows excepted, with a password), and the socket's folder is private: trust is enough.
  const access =
    process.platform === "win32"
      ? ["--auth=scram-sha-256", `--pwfile=${layout.password}`]
      : ["--auth-local=trust", "--auth-host=reject"];
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const options = ["-D", fresh, "-U", OWNER_ROLE, ...access, ...locale, ...(durable ? [] : ["--no-sync"])];
  const [file, ...args] = [...launch.prefix, binaries.initdb, ...options];
  if (file === undefined) throw new Error("There is no program to start.");
  const made = run(file, args, { ...spawnOptions(launch), cwd: fresh });
  onLaunch();
  await made;
  await rename(fresh, layout.cluster).catch((error: unknown) => {
    if (!hasCode(error, "ENOTEMPTY", "EEXIST")) throw error;
    throw new Error(`${layout.cluster} holds files, but no database. Move them away.`, { cause: error });
  });
  if (durable) await syncFolder(layout.dataDir);
}

// The cluster belongs to somebody else when the application was run by another account before.
async function changeOwner(cluster: string, launch: Launch): Promise<void> {
  const runsAs = launch.account?.uid ?? process.getuid?.();
  const { uid } = await stat(cluster);
  if (runsAs === undefined || uid === runsAs) return;
  if (process.getuid?.() !== 0)
    throw new Error(`${cluster} belongs to another account (${uid}), not to ${runsAs}.`);
  await run("chown", ["-hR", `${runsAs}:${launch.account?.gid ?? 0}`, cluster]);
}

// Else a power cut could take the new name away again, with everything written since.
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
