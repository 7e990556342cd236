import { DomainError } from "@contentflow/domain/errors";
import type { Context } from "../context.ts";
import type { Viewer } from "./viewer.ts";

/**
 * Who asks, in operations whose audience already says that somebody does.
 * @throws DomainError UNAUTHENTICATED
 */
export async function signedIn(context: Context): Promise<Viewer> {
  const viewer = await context.viewer();
  if (!viewer) throw new DomainError("UNAUTHENTICATED");
  return viewer;
}

/** The id of the partner or admin who asks. See `signedIn`. */
export async function signedInId(context: Context): Promise<string> {
  return (await signedIn(context)).id;
}
