import type { Day } from "@contentflow/domain/day";
import type { MicroEuros } from "@contentflow/domain/money";
import { Field, ObjectType } from "type-graphql";
import { Euros, LocalDate, SafeInt } from "../graphql/scalars.ts";

@ObjectType({ description: "One UTC day of a partner's earnings." })
export class EarningsDay {
  @Field(() => LocalDate, { description: "The UTC day." })
  day!: Day;

  @Field(() => SafeInt, { description: "Counted clicks of the day." })
  clicks!: number;

  @Field(() => Euros, { description: "Euros that they earned, exact." })
  earned!: MicroEuros;
}
