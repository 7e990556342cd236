import type { FastifyInstance } from "fastify";
import type { App } from "../app.ts";

/** `/livez`: the process answers. `/readyz`: it can do its work. */
export function registerHealth(http: FastifyInstance, app: App): void {
  http.get("/livez", async () => ({ status: "ok" }));
  http.get("/readyz", async (_request, reply) => {
    try {
      await app.database.pool.query("select 1");
      return { status: "ok" };
    } catch {
      return reply.code(503).header("retry-after", "2").send({ status: "unavailable", reason: "database" });
    }
  });
}
