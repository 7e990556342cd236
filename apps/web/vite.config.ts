import react from "@vitejs/plugin-react";
import { defineConfig, loadEnv } from "vite";

/** A request costs a kilobyte of headers and, on a phone, patience: what always comes together is one file. */
const FILES = [
  {
    name: "base",
    test: /node_modules[\\/](react|react-dom|scheduler|react-router|i18next|react-i18next)[\\/]/,
    priority: 2,
  },
  {
    name: "first-page",
    test: /[\\/]src[\\/](features[\\/]landing[\\/]|ui[\\/](ErrorPage|Loading)|lib[\\/](language|ready))/,
    priority: 1,
  },
  { name: "app", test: /[\\/]src[\\/](ui|lib|generated)[\\/].*[.]tsx?$/ },
];

export default defineConfig(({ mode, isSsrBuild }) => {
  const { API_URL: api = "http://127.0.0.1:4000" } = loadEnv(mode, ".", "API_");
  return {
    plugins: [react()],
    resolve: { conditions: ["source", "module", "browser", "development|production"] },
    worker: { format: "es" as const },
    // The editor's workers are asked for with `?worker`, which only works from files that are not bundled in advance.
    // What they import in turn is, or CommonJS would reach the browser.
    optimizeDeps: {
      exclude: ["graphiql/setup-workers/vite", "@graphiql/react/setup-workers/vite"],
      include: ["graphql-language-service", "picomatch-browser"].map(
        (name) => `graphiql > @graphiql/react > monaco-graphql > ${name}`,
      ),
    },
    build: {
      // Read by the step that writes the first page as HTML.
      manifest: true,
      modulePreload: { polyfill: false },
      // An inlined file would be a data: URL, which the content security policy refuses.
      assetsInlineLimit: 0,
      // The sandbox brings a whole editor; the pages share nothing of it.
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: {
        input: ["index.html", "sandbox.html"],
        output: isSsrBuild ? {} : { codeSplitting: { groups: FILES } },
        onLog(level, log, report) {
          // Hints for another compiler, left in the files of the editor.
          if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
        },
      },
    },
    server: {
      proxy: {
        "/graphql": { target: api, ws: true },
        "/r/": api,
        "/v1/": api,
        "/dev/": api,
        "/partner/export": api,
        "/admin/withdrawals.csv": api,
      },
    },
  };
});
