import type { WithdrawalStatus } from "@contentflow/domain/withdrawal";
import { Field, ID, ObjectType } from "type-graphql";
import { WithdrawalStatusEnum } from "../graphql/enums.ts";
import { DateTime } from "../graphql/scalars.ts";

@ObjectType("WithdrawalEvent", {
  description: "One change of a withdrawal's status. Never edited, never removed.",
})
export class WithdrawalEventType {
  @Field(() => ID, { description: "Stable id of the change." })
  id!: string;

  @Field(() => DateTime, { description: "When it happened." })
  at!: Date;

  @Field(() => WithdrawalStatusEnum, {
    nullable: true,
    description: "Status before; null for the request itself.",
  })
  fromStatus?: WithdrawalStatus | null;

  @Field(() => WithdrawalStatusEnum, { description: "Status after." })
  toStatus!: WithdrawalStatus;

  @Field(() => String, {
    nullable: true,
    description: "The reason of a rejection or the reference of a payment.",
  })
  note?: string | null;
}
