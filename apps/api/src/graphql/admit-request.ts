import { DomainError } from "@contentflow/domain/errors";
import type { FastifyRequest } from "fastify";
import { GraphQLError, type GraphQLSchema } from "graphql";
import { admitDocument, isObject } from "./admit-document.ts";

/**
 * Lets a request on to Apollo with the text of what it asks, which for one of the app's own operations it need not have
 * sent. What is no readable GraphQL goes on as it is: Apollo says what is wrong with it.
 * @throws DomainError BAD_USER_INPUT
 */
export function admitRequest(schema: GraphQLSchema, request: FastifyRequest, open: boolean): void {
  const { method, body, query } = request;
  const asked = method === "POST" ? body : { ...(query as object), variables: json(query, "variables") };
  if (!isObject(asked))
    throw new DomainError("BAD_USER_INPUT", { field: "body", reason: "must be an object" });
  try {
    const { text } = admitDocument(schema, asked, open);
    // Answered here: Apollo would look into a store of its own for the hash.
    const { extensions: _, ...rest } = asked;
    if (method === "POST") request.body = { ...rest, query: text };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
}

function json(query: unknown, name: string): unknown {
  const text = isObject(query) ? query[name] : undefined;
  try {
    return typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
