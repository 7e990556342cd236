import { DomainError } from "@contentflow/domain/errors";
import { type DocumentNode, type GraphQLSchema, Kind } from "graphql";
import { LIMITS } from "./limits.ts";
import type { Measure } from "./measure.ts";
import { measureDocument } from "./measure-document.ts";
import type { Variables } from "./page-length.ts";

const REASONS: Readonly<Record<keyof Measure, string>> = {
  depth: `nests deeper than ${LIMITS.depth} levels`,
  fields: `asks for more than ${LIMITS.fields} fields, fragments expanded`,
  aliases: `has more than ${LIMITS.aliases} aliases`,
  directives: `has more than ${LIMITS.directives} directives`,
  cost: `could return more than ${LIMITS.cost} objects; ask for shorter lists`,
};

/**
 * Refuses what would cost too much, before it is validated: the rules of validation take time that grows with the square
 * of what they are given.
 * @throws DomainError BAD_USER_INPUT
 */
export function assertWithinLimits(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Variables,
): void {
  if (measured.get(document) === schema) return;
  const measures = measureDocument(schema, document, variables);
  for (const limit of Object.keys(REASONS) as (keyof Measure)[]) {
    if (measures.some((measure) => measure[limit] > LIMITS[limit]))
      throw new DomainError("BAD_USER_INPUT", { field: "query", reason: REASONS[limit] });
  }
  if (!takesVariables(document)) measured.set(document, schema);
}

/** Documents that were within the limits and always are: the app's own, read once, are asked for over and over. */
const measured = new WeakMap<DocumentNode, GraphQLSchema>();

function takesVariables({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (one) => one.kind === Kind.OPERATION_DEFINITION && (one.variableDefinitions?.length ?? 0) > 0,
  );
}
