import { DomainError } from "@contentflow/domain/errors";
import type { DocumentNode, GraphQLSchema } from "graphql";
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
  const measures = measureDocument(schema, document, variables);
  for (const limit of Object.keys(REASONS) as (keyof Measure)[]) {
    if (measures.some((measure) => measure[limit] > LIMITS[limit]))
      throw new DomainError("BAD_USER_INPUT", { field: "query", reason: REASONS[limit] });
  }
}
