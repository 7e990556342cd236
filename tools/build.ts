import path from "node:path";
import { parseArgs } from "node:util";
import { compress } from "./compress.ts";
import { unlessBuilt } from "./unless-built.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
const API = path.join(ROOT, "apps/api");
const WEB = path.join(ROOT, "apps/web");
const SHARED_INPUTS = ["packages/domain/{package.json,src/**/*}", "tsconfig.base.json", "pnpm-lock.yaml"];

// `--api`: what the commands and checks need, which do not wait for pages.
const { values: options } = parseArgs({ options: { api: { type: "boolean", default: false } } });
await buildApi();
if (!options.api) await buildWeb();

async function buildApi(): Promise<void> {
  const inputs = [
    ...SHARED_INPUTS,
    "apps/api/{package.json,tsconfig*.json}",
    "apps/api/src/**/!(*.test|*.test-kit|*.fixture).ts",
    "tools/{build,bundle-api,unless-built}.ts",
  ];
  await unlessBuilt({ root: ROOT, inputs, result: path.join(API, "dist/main.js") }, async () => {
    const { bundleApi } = await import("./bundle-api.ts");
    await bundleApi(API);
  });
}

async function buildWeb(): Promise<void> {
  const inputs = [
    ...SHARED_INPUTS,
    "apps/web/{index,sandbox}.html",
    "apps/web/{package.json,vite.config.ts}",
    "apps/web/{src,public}/**/*",
    "tools/{build,prerender,compress,unless-built}.ts",
  ];
  await unlessBuilt({ root: ROOT, inputs, result: path.join(WEB, "dist/index.html") }, async () => {
    process.stderr.write("Building the web app…\n");
    const { build } = await import("vite");
    const { prerender } = await import("./prerender.ts");
    await build({ root: WEB, logLevel: "warn" });
    await prerender(WEB);
    compress(path.join(WEB, "dist"));
  });
}
