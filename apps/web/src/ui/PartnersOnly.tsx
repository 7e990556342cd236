import { RequireRole } from "./RequireRole.tsx";

export function PartnersOnly() {
  return <RequireRole only="PARTNER" />;
}
