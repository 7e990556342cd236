import { enableCompileCache } from "node:module";

// What the last start compiled is kept in the system's temporary folder. It has to be said before modules are loaded.
enableCompileCache();
const { serve } = await import("./operation/serve.ts");
await serve();
