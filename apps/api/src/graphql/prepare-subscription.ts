import { isDomainError } from "@contentflow/domain/errors";
import {
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  specifiedRules,
  validate,
} from "graphql";
import type { SubscribePayload } from "graphql-ws";
import { type Admitted, admitDocument } from "./admit-document.ts";

type Prepared = ExecutionArgs | { readonly errors: readonly GraphQLError[] };

/**
 * What a WebSocket may ask: one valid subscription. Queries and mutations go over HTTP, where they are counted, queued
 * and answered under their own rules. Errors have the codes that HTTP gives them.
 */
export function prepareSubscription(
  schema: GraphQLSchema,
  payload: SubscribePayload,
  introspection: boolean,
): Prepared {
  const { operationName, variables } = payload;
  const admitted = admit(schema, payload, introspection);
  if (admitted instanceof GraphQLError) return { errors: [admitted] };
  const { document } = admitted;
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const invalid = validate(schema, document, rules);
  if (invalid.length > 0)
    return { errors: invalid.map((error) => coded(error, "GRAPHQL_VALIDATION_FAILED")) };
  if (getOperationAST(document, operationName)?.operation !== "subscription") {
    return {
      errors: [
        coded(new GraphQLError("Only subscriptions are answered here; send this over HTTP."), "BAD_REQUEST"),
      ],
    };
  }
  return { schema, document, operationName: operationName ?? null, variableValues: variables ?? null };
}

function admit(schema: GraphQLSchema, payload: SubscribePayload, open: boolean): Admitted | GraphQLError {
  try {
    return admitDocument(schema, payload, open);
  } catch (error) {
    if (isDomainError(error)) {
      const { message, code, details } = error;
      return new GraphQLError(message, { extensions: { code, details } });
    }
    return coded(
      error instanceof GraphQLError ? error : new GraphQLError("The document cannot be read."),
      "GRAPHQL_PARSE_FAILED",
    );
  }
}

/** A scalar's own refusal keeps its code and details. */
function coded(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions, path, extensions } = error;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions: { code, ...extensions },
  });
}
