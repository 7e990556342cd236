import {
  buildSchema,
  type GraphQLObjectType,
  Kind,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { describe, expect, it } from "vitest";
import sdl from "../../../../schema.graphql?raw";
import { EXAMPLES } from "./examples.ts";

const schema = buildSchema(sdl);

describe("the examples of the sandbox", () => {
  it.each(EXAMPLES)("are valid: %#", ({ query }) => {
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
  });

  it.each(EXAMPLES)("give a value to every variable: %#", ({ query, variables }) => {
    const given = Object.keys(JSON.parse(variables));
    const declared = parse(query).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? (definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
        : [],
    );
    expect(given.toSorted()).toEqual([...new Set(declared)].toSorted());
  });

  it("show every operation there is", () => {
    const shown = new Set(EXAMPLES.flatMap(({ query }) => fieldsOf(query)));
    expect(operations().filter((operation) => !shown.has(operation))).toEqual([]);
  });
});

/** The fields that start an operation; `Admin` groups some of them. */
function operations(): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const types = [...roots, schema.getType("Admin") as GraphQLObjectType];
  return types.flatMap((type) =>
    Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`),
  );
}

function fieldsOf(query: string): string[] {
  const fields: string[] = [];
  const types = new TypeInfo(schema);
  visit(
    parse(query),
    visitWithTypeInfo(types, {
      enter: (node) => {
        if (node.kind === Kind.FIELD) fields.push(`${types.getParentType()?.name}.${node.name.value}`);
      },
    }),
  );
  return fields;
}
