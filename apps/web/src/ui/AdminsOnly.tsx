import { RequireRole } from "./RequireRole.tsx";

export function AdminsOnly() {
  return <RequireRole only="ADMIN" />;
}
