import type { EventKind, Verdict } from "@contentflow/domain/click";
import type { Day } from "@contentflow/domain/day";
import type { MicroEuros } from "@contentflow/domain/money";
import { Field, ID, ObjectType } from "type-graphql";
import { connectionTypes } from "../graphql/connection.type.ts";
import { EventKindEnum, VerdictEnum } from "../graphql/enums.ts";
import { DateTime, Euros, LocalDate } from "../graphql/scalars.ts";

@ObjectType("MetricEvent", {
  description: "Something that happened, with the verdict that says whether it pays.",
})
export class MetricEventType {
  @Field(() => ID, { description: "Id of the event; later events have greater ones." })
  id!: string;

  @Field(() => EventKindEnum, { description: "What happened." })
  kind!: EventKind;

  @Field(() => VerdictEnum, { description: "Whether it counts, and if not, why." })
  verdict!: Verdict;

  @Field(() => DateTime, { description: "When it happened, by whoever reported it." })
  occurredAt!: Date;

  @Field(() => DateTime, { description: "When it was recorded here." })
  recordedAt!: Date;

  @Field(() => LocalDate, { description: "UTC day that it belongs to, in the books and in all figures." })
  bookedOn!: Day;

  @Field(() => ID, { nullable: true, description: "Whose it is; null when the partner is not known." })
  partnerId!: string | null | undefined;

  @Field(() => Euros, { description: "Euros that it is worth if it counts, frozen when it was recorded." })
  epc!: MicroEuros;

  @Field(() => String, { nullable: true, description: "Where it happened, in the sender's words." })
  platform!: string | null | undefined;

  @Field(() => String, { nullable: true, description: "The sender's id of the post that it came from." })
  postId!: string | null | undefined;

  @Field(() => String, { nullable: true, description: "Host of the page that the visitor came from." })
  referrerHost!: string | null | undefined;
}

export const { Connection: MetricEventConnection } = connectionTypes("MetricEvent", MetricEventType);
export type MetricEventConnection = InstanceType<typeof MetricEventConnection>;
