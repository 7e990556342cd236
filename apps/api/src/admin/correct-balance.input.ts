import type { CorrectionKind } from "@contentflow/domain/correction";
import type { MicroEuros } from "@contentflow/domain/money";
import { Field, ID, InputType } from "type-graphql";
import { CorrectionKindEnum } from "../graphql/enums.ts";
import { Euros } from "../graphql/scalars.ts";

@InputType({ description: "A correction of a partner's balance by hand." })
export class CorrectBalanceInput {
  @Field(() => ID, { description: "Of the partner." })
  partnerId!: string;

  @Field(() => CorrectionKindEnum, { description: "Whether to give or to take." })
  kind!: CorrectionKind;

  @Field(() => Euros, { description: "How much, in euros: whole cents, more than 0, at most 100,000.00." })
  amount!: MicroEuros;

  @Field(() => String, {
    description: "Why, 1 to 500 characters; kept for good, and the partner reads it.",
  })
  reason!: string;

  @Field(() => String, {
    description:
      "Made by the client, 1 to 200 characters, one per correction: sent again with the same content it changes nothing " +
      "more; with other content, IDEMPOTENCY_CONFLICT.",
  })
  idempotencyKey!: string;
}
