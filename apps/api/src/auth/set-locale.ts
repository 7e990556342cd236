import type { App } from "../app.ts";
import type { Viewer } from "./viewer.ts";

/** The language of the viewer's pages and mails from now on. */
export async function setLocale(
  app: Pick<App, "database">,
  viewer: Viewer,
  locale: Viewer["locale"],
): Promise<Viewer> {
  const table = viewer.role === "admin" ? "admins" : "partners";
  await app.database.pool.query(`update ${table} set locale = $2 where id = $1`, [viewer.id, locale]);
  return { ...viewer, locale };
}
