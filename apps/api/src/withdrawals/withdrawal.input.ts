import type { MicroEuros } from "@contentflow/domain/money";
import type { PayoutMethod } from "@contentflow/domain/withdrawal";
import { Field, ID, InputType } from "type-graphql";
import { PayoutMethodEnum } from "../graphql/enums.ts";
import { Euros } from "../graphql/scalars.ts";

@InputType({
  description:
    "Where to pay: `email` for PayPal, `iban` and `holder` for a bank transfer; or `savedId` alone, for where an earlier " +
    "withdrawal went.",
})
export class DestinationInput {
  @Field(() => String, { nullable: true, description: "PayPal address." })
  email?: string | null;

  @Field(() => String, { nullable: true, description: "IBAN; spaces and lower case are fine." })
  iban?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Name of the account's holder, at most 140 characters.",
  })
  holder?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Id out of `savedDestinations`: a copy of that destination. NOT_FOUND when it is not one's own withdrawal; " +
      "INVALID_DESTINATION when it was forgotten, is of another method, or stands beside other fields.",
  })
  savedId?: string | null;
}

@InputType({ description: "A wish to be paid." })
export class RequestWithdrawalInput {
  @Field(() => Euros, {
    description: "How much, in euros: whole cents, at least the minimum, at most available.",
  })
  amount!: MicroEuros;

  @Field(() => PayoutMethodEnum, { description: "How to be paid." })
  method!: PayoutMethod;

  @Field(() => DestinationInput, { description: "Where to be paid." })
  destination!: DestinationInput;

  @Field(() => String, {
    description:
      "Made by the client, 1 to 200 characters, one per wish: sent again with the same content it gives the same " +
      "withdrawal; with other content, IDEMPOTENCY_CONFLICT.",
  })
  idempotencyKey!: string;
}
