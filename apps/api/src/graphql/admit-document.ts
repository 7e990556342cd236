import { DomainError } from "@contentflow/domain/errors";
import { type DocumentNode, type GraphQLSchema, parse } from "graphql";
import { assertWithinLimits } from "./limits/assert-within-limits.ts";
import { MAX_TOKENS } from "./limits/limits.ts";
import { trustedByHash, trustedByText } from "./trusted/find-trusted.ts";

/** What a client asks, before anything in it has been checked; the same over HTTP and over a WebSocket. */
export interface Asked {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

export interface Admitted {
  readonly text: string;
  readonly document: DocumentNode;
}

/**
 * The document that is asked for: its text, or one of the app's own operations by hash, as
 * `extensions.persistedQuery.sha256Hash`. Only what is within the limits comes through, and unless the server is `open`
 * (where introspection is on), only what the app itself asks.
 * @throws DomainError BAD_USER_INPUT (unknown hash or operation, over a limit)
 * @throws GraphQLError when the text cannot be read as GraphQL
 */
export function admitDocument(schema: GraphQLSchema, asked: Asked, open: boolean): Admitted {
  const admitted = find(asked, open);
  assertWithinLimits(schema, admitted.document, isObject(asked.variables) ? asked.variables : {});
  return admitted;
}

function find({ query, extensions }: Asked, open: boolean): Admitted {
  const persisted = isObject(extensions) ? extensions["persistedQuery"] : undefined;
  const named = isObject(persisted) ? trustedByHash(persisted["sha256Hash"]) : undefined;
  if (named) return named;
  if (typeof query !== "string" || query === "")
    throw refusal(persisted === undefined ? "is missing" : "is not known by this hash; reload the page");
  const trusted = trustedByText(query);
  if (trusted) return trusted;
  if (!open) throw refusal("is not one of this app's own operations, which are all that is answered here");
  return { text: query, document: parse(query, { maxTokens: MAX_TOKENS }) };
}

function refusal(reason: string): DomainError {
  return new DomainError("BAD_USER_INPUT", { field: "query", reason });
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
