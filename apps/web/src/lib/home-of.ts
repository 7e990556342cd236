import type { Role } from "../generated/schema.ts";

/** The page a person starts on. */
export function homeOf(viewer: { readonly role: Role } | null | undefined): string {
  if (!viewer) return "/partners";
  return viewer.role === "ADMIN" ? "/admin/partners/dashboard" : "/partner/portal";
}
