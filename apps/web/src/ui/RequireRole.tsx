import { Navigate, Outlet, useLocation } from "react-router";
import type { Role } from "../generated/schema.ts";
import { useViewer } from "../lib/use-viewer.ts";
import { Failure } from "./Failure.tsx";
import { ForbiddenPage } from "./ForbiddenPage.tsx";
import { Loading } from "./Loading.tsx";

/** Lets one role in. Everybody else signs in first and comes back, or learns that this isn't theirs. */
export function RequireRole({ only }: { only: Role }) {
  const { viewer, error, retry } = useViewer();
  const { pathname, search } = useLocation();
  if (error) return <Failure error={error} retry={retry} />;
  if (viewer === undefined) return <Loading />;
  if (viewer === null) {
    return <Navigate replace to={`/partner/magic?${new URLSearchParams({ next: pathname + search })}`} />;
  }
  return viewer.role === only ? <Outlet /> : <ForbiddenPage />;
}
