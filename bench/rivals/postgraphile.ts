import { createServer } from "node:http";
import pg from "pg";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

/** PostGraphile as its manual sets it up, on the same database: the balance as its row, without session or rules. */
const pool = new pg.Pool({ ...JSON.parse(process.env["CONNECTION"] ?? "{}"), ssl: false, max: 10 });
pool.on("error", () => {});

const server = createServer();
const graphql = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ pool, schemas: ["public"] })],
  grafserv: { graphiql: false, watch: false, graphqlOverGET: true },
  grafast: { explain: false },
}).createServ(grafserv);
await graphql.addTo(server);
server.listen({ port: Number(process.env["PORT"]), host: "127.0.0.1" });
process.once("SIGTERM", () => process.exit());
