import { Field, ID, ObjectType } from "type-graphql";
import { PartnerStatusEnum } from "../graphql/enums.ts";
import { DateTime } from "../graphql/scalars.ts";

@ObjectType({ description: "An admin suspended a partner, or let them back in." })
export class StatusChange {
  @Field(() => ID, { description: "Stable id of the change." })
  id!: string;

  @Field(() => PartnerStatusEnum, { description: "What the partner became." })
  status!: "active" | "suspended";

  @Field(() => String, { description: "Why, in the admin's words." })
  reason!: string;

  @Field(() => String, { description: "E-mail address of the admin who did it." })
  byEmail!: string;

  @Field(() => DateTime, { description: "When." })
  at!: Date;
}
