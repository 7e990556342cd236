import { execFile } from "node:child_process";
import { chmod, chown, readFile, stat } from "node:fs/promises";
import { userInfo } from "node:os";
import { dirname } from "node:path";
import { promisify } from "node:util";
import type { PostgresBinaries } from "./postgres-binaries.ts";

const run = promisify(execFile);

/** The number that every Linux has in /etc/passwd as `nobody`: initdb insists on a name. */
const NOBODY = 65534;

/** How PostgreSQL's programs are started, and who owns what they write. */
export interface Launch {
  /** Comes before the program: the tools that prepare its process. */
  prefix: string[];
  /** Account to change to; absent when the programs run as the account of this process. */
  account?: Account;
  /** The environment is not inherited: PG* variables would change the server, secrets have no business there. */
  env: NodeJS.ProcessEnv;
  /** What `postgres --version` says, such as `18`. */
  majorVersion: string;
}

export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/**
 * Finds out how PostgreSQL can run here. It refuses to run as root: root hands it to an unprivileged account, or,
 * when that one cannot enter the folders, to a user namespace where root looks like another user.
 *
 * @throws Error that names the folder in the way.
 */
export async function chooseLaunch(binaries: PostgresBinaries, dataDir: string): Promise<Launch> {
  const env = launchEnvironment(binaries);
  const signalled = await deathSignalPrefix();
  const namespace = ["unshare", "--user", `--map-user=${NOBODY}`, "--", ...signalled];
  if (process.getuid?.() !== 0) {
    const prefix = hasUserName() ? signalled : namespace;
    return { prefix, env, majorVersion: await tryOut({ prefix, env }, binaries, dataDir) };
  }

  const account = await unprivilegedAccount();
  await letIn(account, dataDir);
  try {
    const direct = { prefix: signalled, account, env };
    return { ...direct, majorVersion: await tryOut(direct, binaries, dataDir) };
  } catch (failure) {
    const inNamespace = { prefix: namespace, env };
    const version = await tryOut(inNamespace, binaries, dataDir).catch(() => null);
    if (version !== null) return { ...inNamespace, majorVersion: version };
    throw await explain(failure, account, [binaries.postgres, dataDir]);
  }
}

/** The options of `spawn` that go with a launch. */
export function spawnOptions({ account, env }: Pick<Launch, "account" | "env">) {
  return account === undefined ? { env } : { env, uid: account.uid, gid: account.gid };
}

async function tryOut(
  launch: Pick<Launch, "prefix" | "account" | "env">,
  binaries: PostgresBinaries,
  dataDir: string,
): Promise<string> {
  const [file, ...args] = [...launch.prefix, binaries.postgres, "--version"];
  if (file === undefined) throw new Error("There is no program to start.");
  const { stdout } = await run(file, args, spawnOptions(launch));
  if (launch.account !== undefined)
    await run("/bin/sh", ["-c", 'cd "$1"', "sh", dataDir], spawnOptions(launch));
  return /(\d+)\.?/.exec(stdout)?.[1] ?? stdout.trim();
}

function launchEnvironment(binaries: PostgresBinaries): NodeJS.ProcessEnv {
  const fixed = { LC_ALL: "C", TZ: "UTC" };
  if (process.platform === "win32") {
    const kept = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith("PG"));
    return { ...Object.fromEntries(kept), ...fixed };
  }
  const { PATH = "/usr/bin:/bin" } = process.env;
  const env = { PATH, ...fixed };
  return binaries.libraries === null ? env : { ...env, LD_LIBRARY_PATH: binaries.libraries };
}

// Without this a killed Node would leave the server running. The next start copes with that, where there is no
// setpriv.
async function deathSignalPrefix(): Promise<string[]> {
  if (process.platform !== "linux") return [];
  const prefix = ["setpriv", "--pdeathsig", "INT", "--"];
  try {
    await run("setpriv", [...prefix.slice(1), "true"]);
    return prefix;
  } catch {
    return [];
  }
}

// initdb looks its user's name up; in containers there often is none.
function hasUserName(): boolean {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

async function unprivilegedAccount(): Promise<Account> {
  const lines = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const fields = lines.find((line) => line[0] === name);
    const uid = Number.parseInt(fields?.[2] ?? "0", 10);
    if (uid !== 0) return { name, uid, gid: Number.parseInt(fields?.[3] ?? "0", 10) };
  }
  throw new Error(
    'PostgreSQL cannot run as root, and /etc/passwd has neither an account "postgres" nor "nobody". Start the application as another user.',
  );
}

// A data folder that only root may enter is opened to the account's group: to pass through, not to list.
async function letIn(account: Account, dataDir: string): Promise<void> {
  const { uid, mode } = await stat(dataDir);
  if (uid !== 0 || (mode & 0o001) !== 0) return;
  await chown(dataDir, 0, account.gid);
  await chmod(dataDir, (mode & 0o777) | 0o010);
}

async function explain(failure: unknown, account: Account, paths: string[]): Promise<Error> {
  const who = `PostgreSQL cannot run as root, and the account "${account.name}"`;
  for (const path of paths) {
    const closed = await closedFolder(dirname(path), account);
    if (closed === null) continue;
    const advice = `Allow it (chmod a+x ${closed}), move the application, or start it as another user.`;
    return new Error(`${who} may not enter ${closed}. ${advice}`, { cause: failure });
  }
  const reason = failure instanceof Error ? failure.message : String(failure);
  return new Error(`${who} cannot start it: ${reason}`, { cause: failure });
}

/** The outermost folder on the way to `path` that the account may not enter. */
async function closedFolder(path: string, account: Account): Promise<string | null> {
  const parent = dirname(path);
  const outer = parent === path ? null : await closedFolder(parent, account);
  if (outer !== null) return outer;
  const { mode, uid, gid } = await stat(path);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  return (mode & bit) === 0 ? path : null;
}
