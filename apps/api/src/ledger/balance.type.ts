import type { Day } from "@contentflow/domain/day";
import type { MicroEuros } from "@contentflow/domain/money";
import { Field, ObjectType } from "type-graphql";
import { Euros, LocalDate, SafeInt } from "../graphql/scalars.ts";

@ObjectType({ description: "Earnings that will be lost unless they are withdrawn." })
export class Lapse {
  @Field(() => Euros, { description: "How much is lost, in euros, exact." })
  amount!: MicroEuros;

  @Field(() => LocalDate, {
    description: "The first UTC day on which it is gone; the day before is the last one.",
  })
  on!: Day;
}

@ObjectType("Balance", { description: "A partner's money at the moment of asking. Everything in euros." })
export class BalanceType {
  @Field(() => Euros, { description: "What can be withdrawn now, rounded down to the cent." })
  available!: MicroEuros;

  @Field(() => Euros, { description: "Asked for and not yet paid." })
  pending!: MicroEuros;

  @Field(() => Euros, { description: "Paid so far." })
  paid!: MicroEuros;

  @Field(() => Euros, {
    description: "Earned ever, bonuses included, less what was taken back afterwards; never below 0. Exact.",
  })
  earned!: MicroEuros;

  @Field(() => Euros, {
    description:
      "Owed because more was taken back than was available (clicks found invalid after they were paid, corrections); " +
      "new earnings repay it first. Exact.",
  })
  debt!: MicroEuros;

  @Field(() => SafeInt, {
    description: "Counted clicks of the earning window; of all time where nothing lapses.",
  })
  clicks!: number;

  @Field(() => Euros, {
    description: "Euros that one counted click earns today, unless its link has a rate of its own.",
  })
  epc!: MicroEuros;

  @Field(() => Lapse, { nullable: true, description: "What lapses next; null when nothing is going to." })
  lapsingNext!: Lapse | null;
}
