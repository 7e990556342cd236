import type { MicroEuros } from "@contentflow/domain/money";
import type { PayoutMethod, WithdrawalStatus } from "@contentflow/domain/withdrawal";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionTypes } from "../graphql/connection.type.ts";
import { PayoutMethodEnum, WithdrawalStatusEnum } from "../graphql/enums.ts";
import { DateTime, Euros } from "../graphql/scalars.ts";

@ObjectType("Withdrawal", { description: "A partner's request to be paid." })
export class WithdrawalType {
  @Field(() => ID, { description: "Stable id of the withdrawal." })
  id!: string;

  @Field(() => Euros, { description: "How much, in euros: whole cents." })
  amount!: MicroEuros;

  @Field(() => PayoutMethodEnum, { description: "How it is paid." })
  method!: PayoutMethod;

  @Field(() => String, {
    description:
      "Where it is paid to, masked: `m•••@example.org`, `FR76 •••• 0189`. A copy: later edits do not reach it.",
  })
  destination!: string;

  @Field(() => WithdrawalStatusEnum, { description: "Where it stands." })
  status!: WithdrawalStatus;

  @Field(() => Int, { description: "Grows by one with each change of status; send it back with a decision." })
  version!: number;

  @Field(() => DateTime, { description: "When it was asked for." })
  requestedAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: "When it was approved or rejected; null until then.",
  })
  decidedAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When it was marked as paid; null until then." })
  paidAt?: Date | null;

  @Field(() => String, { nullable: true, description: "Why it was rejected; null unless it was." })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: "Reference of the payment; null until paid." })
  reference?: string | null;
}

@ObjectType("Destination", {
  description: "Where money goes, in full: either a PayPal address or a bank account.",
})
export class DestinationType {
  @Field(() => String, { nullable: true, description: "PayPal address; null for a bank account." })
  email?: string | null;

  @Field(() => String, { nullable: true, description: "IBAN in upper case without spaces; null for PayPal." })
  iban?: string | null;

  @Field(() => String, { nullable: true, description: "Name of the account's holder; null for PayPal." })
  holder?: string | null;
}

export const { CountedConnection: WithdrawalConnection } = connectionTypes("Withdrawal", WithdrawalType);
