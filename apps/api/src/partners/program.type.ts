import type { MicroEuros } from "@contentflow/domain/money";
import type { PayoutMethod } from "@contentflow/domain/withdrawal";
import { Field, Int, ObjectType } from "type-graphql";
import { PayoutMethodEnum } from "../graphql/enums.ts";
import { Euros } from "../graphql/scalars.ts";

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

  @Field(() => String, { description: "Where partners get help: an e-mail address." })
  supportEmail!: string;
}
