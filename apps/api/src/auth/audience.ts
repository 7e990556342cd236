import { DomainError } from "@contentflow/domain/errors";
import type { Viewer } from "./viewer.ts";

/** Who may use something. `account` is anybody who is signed in. */
export type Audience = "anyone" | "account" | "partner" | "admin";

/** @throws DomainError UNAUTHENTICATED, ACCOUNT_SUSPENDED, FORBIDDEN */
export function assertAudience(audience: Exclude<Audience, "anyone">, viewer: Viewer | null): Viewer {
  if (!viewer) throw new DomainError("UNAUTHENTICATED");
  if (viewer.suspended) throw new DomainError("ACCOUNT_SUSPENDED");
  if (audience !== "account" && viewer.role !== audience) throw new DomainError("FORBIDDEN");
  return viewer;
}
