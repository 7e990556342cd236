import { DomainError } from "@contentflow/domain/errors";
import { isUuid } from "@contentflow/domain/session-id";
import type { App } from "../app.ts";
import type { Viewer } from "./viewer.ts";

/**
 * Ends one of the viewer's own live sessions.
 * @throws DomainError NOT_FOUND, for somebody else's exactly as for none
 */
export async function endSession(app: Pick<App, "database">, viewer: Viewer, id: string): Promise<void> {
  const refusal = new DomainError("NOT_FOUND", { what: "Session" });
  if (!isUuid(id)) throw refusal;
  const { rowCount } = await app.database.pool.query(
    `update sessions set revoked_at = now()
     where id = $1 and ${viewer.role === "admin" ? "admin_id" : "partner_id"} = $2
       and revoked_at is null and expires_at > now()`,
    [id, viewer.id],
  );
  if (rowCount !== 1) throw refusal;
}
