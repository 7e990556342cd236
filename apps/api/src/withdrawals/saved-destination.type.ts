import type { PayoutMethod } from "@contentflow/domain/withdrawal";
import { Field, ID, ObjectType } from "type-graphql";
import { PayoutMethodEnum } from "../graphql/enums.ts";
import { DateTime } from "../graphql/scalars.ts";

@ObjectType({ description: "Where a partner asked to be paid before." })
export class SavedDestination {
  @Field(() => ID, { description: "Id of the newest withdrawal that goes there; for `savedId`." })
  id!: string;

  @Field(() => PayoutMethodEnum, { description: "How it is paid to." })
  method!: PayoutMethod;

  @Field(() => String, { description: "Masked: `m•••@example.org`, `FR76 •••• 0189`." })
  destination!: string;

  @Field(() => DateTime, { description: "When a withdrawal to it was last asked for." })
  lastUsedAt!: Date;
}
