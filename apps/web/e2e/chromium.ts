import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import chromium, { inflate } from "@sparticuz/chromium";

const run = promisify(execFile);

/** Where the browser is, and the environment that it has to be started with. */
export interface UnpackedChromium {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

/**
 * Unpacks the browser that comes in a package into `folder`, with fonts, and with libraries for machines that lack them.
 * A folder of its own: a common one could hold what somebody else left behind half-made.
 */
export async function unpackChromium(folder: string): Promise<UnpackedChromium> {
  const executablePath = await inTemporaryFolder(folder, () => chromium.executablePath());
  const fonts = path.join(folder, "fonts.conf");
  await writeFile(fonts, fontsConfig(folder));
  const env = { FONTCONFIG_FILE: fonts };
  if (await starts(executablePath, env)) return { executablePath, env };
  const packed = fileURLToPath(new URL("../bin/al2023.tar.br", import.meta.resolve("@sparticuz/chromium")));
  const libraries = await inTemporaryFolder(folder, () => inflate(packed));
  const withLibraries = { ...env, LD_LIBRARY_PATH: path.join(libraries, "lib") };
  if (await starts(executablePath, withLibraries)) return { executablePath, env: withLibraries };
  throw new Error(
    `The browser of @sparticuz/chromium does not start on this machine: try ${executablePath} --version`,
  );
}

async function starts(executablePath: string, env: Record<string, string>): Promise<boolean> {
  try {
    await run(executablePath, ["--version"], { env: { ...process.env, ...env } });
    return true;
  } catch {
    return false;
  }
}

/** The package unpacks into the temporary folder of the system, and that is the only thing that it can be told. */
async function inTemporaryFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
}

/** Without a configuration and a font, a browser on a bare machine gives up at its first letter. */
function fontsConfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}
