import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { Extensions } from "type-graphql";
import { type Audience, assertAudience } from "../auth/audience.ts";
import type { Context } from "../context.ts";
import { countMutation } from "../rates/count-mutation.ts";

/** Declares who may use an operation; an operation without it fails the build of the schema. */
export function For(audience: Audience): MethodDecorator & PropertyDecorator {
  return Extensions({ audience }) as MethodDecorator & PropertyDecorator;
}

/** @throws DomainError UNAUTHENTICATED, ACCOUNT_SUSPENDED, FORBIDDEN */
async function admit(audience: Audience, context: Context): Promise<void> {
  if (audience !== "anyone") assertAudience(audience, await context.viewer());
}

/** The declared audience of a field, if it has one. */
export function audienceOf(field: { extensions: Readonly<Record<string, unknown>> }): Audience | undefined {
  return field.extensions["audience"] as Audience | undefined;
}

/**
 * Puts a guard before every operation, and before every other field that declares an audience.
 * @throws Error naming the operations that declare none: what nobody thought about is closed, not open.
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const undeclared: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!("getInterfaces" in type) || !("isTypeOf" in type) || type.name.startsWith("__")) continue;
    for (const field of Object.values((type as GraphQLObjectType<unknown, Context>).getFields())) {
      const audience = audienceOf(field);
      if (!audience) {
        if (roots.includes(type as GraphQLObjectType)) undeclared.push(`${type.name}.${field.name}`);
        continue;
      }
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = guarded(audience, type === schema.getMutationType() ? counted(resolve) : resolve);
      if (field.subscribe) field.subscribe = guarded(audience, field.subscribe);
    }
  }
  if (undeclared.length > 0) throw new Error(`Who may use these? Declare @For(…): ${undeclared.join(", ")}`);
  return schema;
}

/** Whoever may not use it has used nothing up. */
function counted(resolve: GraphQLFieldResolver<unknown, Context>): GraphQLFieldResolver<unknown, Context> {
  return async (source, args, context, info) => {
    await countMutation(context, info.fieldName);
    return resolve(source, args, context, info);
  };
}

function guarded(
  audience: Audience,
  resolve: GraphQLFieldResolver<unknown, Context>,
): GraphQLFieldResolver<unknown, Context> {
  return async (source, args, context, info) => {
    await admit(audience, context);
    return resolve(source, args, context, info);
  };
}
