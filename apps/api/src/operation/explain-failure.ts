import { isDomainError } from "@contentflow/domain/errors";
import { ConfigError } from "../config.ts";
import { isRefusedByServer, isUnavailable } from "../db/database-error.ts";
import { FolderInUseError } from "../db/embedded/folder-lock.ts";

/** A refusal in one sentence, for the person who typed the command. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Why a program ended, for the person at the terminal: a sentence where we know the reason, a stack where we don't. */
export function explainFailure(error: unknown): string {
  const known =
    error instanceof UsageError ||
    error instanceof ConfigError ||
    error instanceof FolderInUseError ||
    isDomainError(error);
  if (known) return error.message;
  if (isRefusedByServer(error)) {
    return "DATABASE_URL: the server refuses this user, password or database name.";
  }
  if (isUnavailable(error)) {
    return "DATABASE_URL: the database cannot be reached. Is it running, and is the address right?";
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
