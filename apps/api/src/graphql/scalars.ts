import { DomainError } from "@contentflow/domain/errors";
import { formatEuros, type MicroEuros, parseEuros } from "@contentflow/domain/money";
import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { GraphQLDateTime, GraphQLLocalDate, GraphQLSafeInt } from "graphql-scalars";

export const DateTime = GraphQLDateTime;
export const LocalDate = GraphQLLocalDate;
export const SafeInt = GraphQLSafeInt;

function parse(value: unknown): MicroEuros {
  try {
    const amount = parseEuros(value);
    if (amount <= 0n)
      throw new DomainError("BAD_USER_INPUT", { field: "amount", reason: "must be more than 0" });
    return amount;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new GraphQLError(error.message, { extensions: { code: error.code, details: error.details } });
  }
}

/** Money at the edge: an exact decimal string, never a number. */
export const Euros = new GraphQLScalarType<MicroEuros, string>({
  name: "Euros",
  description:
    'An amount in euros as an exact decimal string, like "12.34"; rates may have up to 6 decimals ("0.0035"). ' +
    "As input: more than 0, at most 2 decimals, no sign, exponent or spaces; anything else is BAD_USER_INPUT.",
  serialize: (value) => formatEuros(value as MicroEuros),
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
