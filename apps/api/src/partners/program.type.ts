import type { MicroEuros } from "@contentflow/domain/money";
import type { PayoutMethod } from "@contentflow/domain/withdrawal";
import { Field, Int, ObjectType } from "type-graphql";
import { PayoutMethodEnum } from "../graphql/enums.ts";
import { Euros } from "../graphql/scalars.ts";

@ObjectType({
  description: "Most counted clicks of one visitor for one partner, in any span of that length.",
})
export class VisitorLimits {
  @Field(() => Int, { description: "In 10 minutes." })
  perTenMinutes!: number;

  @Field(() => Int, { description: "In an hour." })
  perHour!: number;

  @Field(() => Int, { description: "In 24 hours." })
  perDay!: number;
}

@ObjectType({ description: "The public terms that every partner earns under." })
export class Program {
  @Field(() => Euros, { description: "Smallest amount that can be withdrawn, in euros." })
  minimumWithdrawal!: MicroEuros;

  @Field(() => [PayoutMethodEnum], { description: "How withdrawals are paid." })
  methods!: PayoutMethod[];

  @Field(() => Euros, {
    description: "Euros that one counted click earns today, unless its link has a rate of its own.",
  })
  epc!: MicroEuros;

  @Field(() => Int, {
    description: "Days that earnings can be withdrawn before they lapse; 0 means that they never do.",
  })
  earningsWindowDays!: number;

  @Field(() => [String], {
    description: 'Sites that links may lead to, with all below them: "example.org"; "*" when any will do.',
  })
  linkHosts!: string[];

  @Field(() => VisitorLimits, {
    description: "How many clicks of one visitor may count for one partner; more are recorded, not paid.",
  })
  visitorLimits!: VisitorLimits;

  @Field(() => Int, { description: "Days that single clicks are kept, with their verdicts. Sums stay." })
  eventRetentionDays!: number;

  @Field(() => String, { description: "Where partners get help: an e-mail address." })
  supportEmail!: string;
}
