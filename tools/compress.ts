import { globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** Below this, one packet carries it either way. */
const WORTH_IT_BYTES = 1_000;

/** Puts a brotli copy beside every text of a folder: compressed once, as well as it gets, and not at every request. */
export function compress(folder: string): void {
  for (const name of globSync("**/*.{js,css,html,svg}", { cwd: folder })) {
    const file = path.join(folder, name);
    const content = readFileSync(file);
    if (content.length < WORTH_IT_BYTES) continue;
    const params = {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      // The sandbox's editor has megabytes, for which the last percent takes half a minute.
      [constants.BROTLI_PARAM_QUALITY]: content.length < 500_000 ? 11 : 7,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    };
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
  }
}
