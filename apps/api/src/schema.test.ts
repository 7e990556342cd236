import {
  buildSchema,
  type GraphQLField,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";
import { describe, expect, it } from "vitest";
import type { Context } from "./context.ts";
import { audienceOf, guardSchema } from "./graphql/audience.ts";
import { schema } from "./schema.ts";

/** Everything with a place of its own in the reference, by its coordinate, with what is said about it. */
function* described(schema: GraphQLSchema): Generator<[string, string | null | undefined]> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    const isRoot = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].some(
      (root) => root?.name === type.name,
    );
    if (!isRoot) yield [type.name, type.description];
    if (isEnumType(type)) continue;
    if (isObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        yield [`${type.name}.${field.name}`, field.description];
        for (const arg of field.args) yield [`${type.name}.${field.name}(${arg.name}:)`, arg.description];
      }
    }
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        yield [`${type.name}.${field.name}`, field.description];
    }
  }
}

function undescribed(schema: GraphQLSchema): string[] {
  return [...described(schema)].filter(([, description]) => !description?.trim()).map(([place]) => place);
}

describe("the schema", () => {
  it("describes every type, field, argument, enum and input", () => {
    expect([...described(schema)].length).toBeGreaterThan(150);
    expect(undescribed(schema)).toEqual([]);
  });

  it("would notice a missing description anywhere", () => {
    const schema = buildSchema(`
      type Query { a(x: I): E }
      "said" type Said { "said" b(y: Int): Int }
      enum E { ONE }
      input I { "said" c: Int d: Int }
      scalar S
    `);
    expect(undescribed(schema).sort()).toEqual([
      "E",
      "I",
      "I.d",
      "Query.a",
      "Query.a(x:)",
      "S",
      "Said.b(y:)",
    ]);
  });
});

describe("guardSchema", () => {
  const field = (schema: GraphQLSchema, type: string, name: string): GraphQLField<unknown, unknown> => {
    const owner = schema.getType(type);
    const found = isObjectType(owner) ? owner.getFields()[name] : undefined;
    if (!found) throw new Error(`no field ${type}.${name}`);
    return found;
  };
  const declare = (schema: GraphQLSchema, type: string, name: string, audience: string) => {
    field(schema, type, name).extensions = { audience };
  };

  it("refuses a schema with operations that do not say who may use them, and names them", () => {
    const schema = buildSchema(`
      type Query { open: Int forgotten: Int }
      type Mutation { alsoForgotten: Int }
      type Subscription { forgottenToo: Int }
    `);
    declare(schema, "Query", "open", "anyone");
    expect(() => guardSchema(schema)).toThrow(
      /Query\.forgotten, Mutation\.alsoForgotten, Subscription\.forgottenToo$/,
    );
  });

  it("guards fields below an operation only where they say so", async () => {
    const schema = buildSchema("type Query { thing: Thing } type Thing { open: Int secret: Int }");
    declare(schema, "Query", "thing", "anyone");
    declare(schema, "Thing", "secret", "admin");
    guardSchema(schema);
    expect(field(schema, "Thing", "open").resolve).toBeUndefined();
    const nobody = { viewer: async () => null } as unknown as Context;
    const secret = field(schema, "Thing", "secret").resolve;
    await expect(secret?.({ secret: 1 }, {}, nobody, {} as never)).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
  });

  it("puts every field of what only admins see behind a guard of its own", () => {
    const admin = schema.getType("Admin");
    if (!isObjectType(admin)) throw new Error("no type Admin");
    const audiences = Object.values(admin.getFields()).map((one) => [one.name, audienceOf(one)]);
    expect(audiences.length).toBeGreaterThan(0);
    expect(audiences.filter(([, audience]) => audience !== "admin")).toEqual([]);
  });
});
