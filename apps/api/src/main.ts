import { enableCompileCache } from "node:module";

// Compiling its modules is most of a start: what the last one compiled is kept in the system's temporary folder. It has
// to be said before they are loaded.
enableCompileCache();
const { serve } = await import("./operation/serve.ts");
await serve();
