import react from "@vitejs/plugin-react";
import { defineConfig, loadEnv } from "vite";

export default defineConfig(({ mode }) => {
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
      // An inlined file would be a data: URL, which the content security policy refuses.
      assetsInlineLimit: 0,
      // The sandbox brings a whole editor; the pages share nothing of it.
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: {
        input: ["index.html", "sandbox.html"],
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
      },
    },
  };
});
