import { DomainError } from "@contentflow/domain/errors";

/**
 * A line as a JSON object. A number at `exact` comes back as the text it was written as: money must not go through a
 * float.
 * @throws DomainError BAD_USER_INPUT
 */
export function parseJsonObject(text: string, exact?: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text, (key, parsed: unknown, context?: { source?: string }) =>
      key === exact && typeof parsed === "number" ? (context?.source ?? String(parsed)) : parsed,
    );
  } catch {
    throw new DomainError("BAD_USER_INPUT", { field: "line", reason: "is not JSON" });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new DomainError("BAD_USER_INPUT", { field: "line", reason: "must be a JSON object" });
  }
  return value as Readonly<Record<string, unknown>>;
}
