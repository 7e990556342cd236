import type { Verdict } from "@contentflow/domain/click";
import { Field, ID, ObjectType } from "type-graphql";
import { connectionTypes } from "../graphql/connection.type.ts";
import { VerdictEnum } from "../graphql/enums.ts";
import { DateTime } from "../graphql/scalars.ts";

@ObjectType("LinkClick", { description: "Somebody followed a link; the verdict says whether that pays." })
export class LinkClickType {
  @Field(() => ID, { description: "Stable id of the click." })
  id!: string;

  @Field(() => DateTime, { description: "When it happened, by whoever reported it." })
  occurredAt!: Date;

  @Field(() => VerdictEnum, { description: "Whether it counts, and if not, why." })
  verdict!: Verdict;

  @Field(() => String, { nullable: true, description: "Where it happened, in the sender's words." })
  platform!: string | null | undefined;

  @Field(() => String, { nullable: true, description: "Host of the page that the visitor came from." })
  referrerHost!: string | null | undefined;
}

export const { Connection: LinkClickConnection } = connectionTypes("LinkClick", LinkClickType);
export type LinkClickConnection = InstanceType<typeof LinkClickConnection>;
