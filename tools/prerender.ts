import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Manifest } from "vite";

const LANGUAGES = ["en", "fr"] as const;

type Render = (language: (typeof LANGUAGES)[number]) => Promise<{
  markup: string;
  title: string;
  description: string;
}>;

/**
 * Writes what can be read before any script has run, a file per language: the first page, with what it needs next named
 * in its head, so that it is fetched at once and not one after the other; and the page for when there is no network.
 */
export async function prerender(web: string): Promise<void> {
  const dist = path.join(web, "dist");
  const { firstPage, offlinePage } = await compile(web);
  const manifestFile = path.join(dist, ".vite/manifest.json");
  const manifest: Manifest = JSON.parse(readFileSync(manifestFile, "utf8"));
  const built = readFileSync(path.join(dist, "index.html"), "utf8");
  const template = withLinks(
    built,
    manifest["index.html"]?.assets?.filter((file) => file.endsWith(".woff2")) ?? [],
  );
  writeFileSync(path.join(dist, "index.html"), template);
  const named = new Set([...template.matchAll(/(?:src|href)="[/]([^"]+)"/g)].map(([, file]) => file));
  const offlinePages = createHash("sha256");
  for (const language of LANGUAGES) {
    const modules = ["src/features/landing/LandingPage.tsx", `src/locales/${language}/first-page.ts`];
    const early = filesOf(manifest, modules).filter((file) => !named.has(file));
    const landing = withLinks(page(template, language, await firstPage(language)), early);
    const offline = page(template, language, await offlinePage(language))
      .replace(/\s*<(script|link rel="modulepreload")[^>]*>(<\/script>)?/g, "")
      .replace("</body>", '  <script type="module" src="/offline.js"></script>\n  </body>');
    writeFileSync(path.join(dist, `landing.${language}.html`), landing);
    writeFileSync(path.join(dist, `offline.${language}.html`), offline);
    offlinePages.update(offline);
  }
  stampWorker(path.join(dist, "sw.js"), offlinePages.digest("hex").slice(0, 12));
  rmSync(path.dirname(manifestFile), { recursive: true });
}

/** A browser takes a worker anew when its text has changed, and only then looks at the pages that it keeps. */
function stampWorker(file: string, version: string): void {
  const worker = readFileSync(file, "utf8");
  const stamped = worker.replace('"offline-dev"', `"offline-${version}"`);
  if (stamped === worker) throw new Error("the service worker has no version to replace");
  writeFileSync(file, stamped);
}

/** The pages as functions of the language, for this process to call. */
async function compile(web: string): Promise<{ firstPage: Render; offlinePage: Render }> {
  const outDir = path.join(web, "node_modules/.cache/prerender");
  await build({
    root: web,
    logLevel: "warn",
    build: {
      ssr: true,
      outDir,
      copyPublicDir: false,
      rolldownOptions: { input: path.join(web, "src/prerender.tsx") },
    },
  });
  return import(pathToFileURL(path.join(outDir, "prerender.js")).href);
}

function page(
  template: string,
  language: string,
  { markup, title, description }: Awaited<ReturnType<Render>>,
): string {
  const filled = template
    .replace('<html lang="en">', `<html lang="${language}">`)
    .replace(/<title>.*?<\/title>/, () => `<title>${escaped(title)}</title>`)
    .replace(
      /(<meta\s+name="description"\s+content=")[^"]*/,
      (_, start: string) => start + escaped(description),
    )
    .replace('<div id="root"></div>', () => `<div id="root">${markup}</div>`);
  if (!filled.includes(markup)) throw new Error("index.html has no place for a page");
  return filled;
}

/** The markup is React's, which escapes; these are plain texts of the catalogs. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** The scripts and styles of some modules, with all that they import. */
function filesOf(manifest: Manifest, modules: readonly string[]): string[] {
  const files = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string) => {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`the build has no ${name}`);
    if (seen.has(name)) return;
    seen.add(name);
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const name of modules) visit(name);
  return [...files];
}

/** What the browser would find out later, it is told at once. */
function withLinks(html: string, files: readonly string[]): string {
  return html.replace("</head>", () => `${files.map((file) => `  ${link(file)}\n`).join("  ")}  </head>`);
}

function link(file: string): string {
  if (file.endsWith(".css")) return `<link rel="stylesheet" crossorigin href="/${file}">`;
  // The fonts are optional: those that are not there when the page is drawn are not used at all.
  if (file.endsWith(".woff2"))
    return `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${file}">`;
  return `<link rel="modulepreload" crossorigin href="/${file}">`;
}
