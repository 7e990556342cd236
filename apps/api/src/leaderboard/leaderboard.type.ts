import { Field, Int, ObjectType } from "type-graphql";
import { SafeInt } from "../graphql/scalars.ts";

@ObjectType({ description: "A place on the public board. Nothing in it leads to a person or to other data." })
export class LeaderboardEntry {
  @Field(() => Int, { description: "From 1. Equals share a rank and the next one is skipped: 1, 2, 2, 4." })
  rank!: number;

  @Field(() => String, { description: "Masked: the first letters of the address and its domain." })
  name!: string;

  @Field(() => SafeInt, { description: "Counted clicks in the period." })
  clicks!: number;

  @Field(() => Boolean, {
    description: "Whether this is the partner who asks; false when nobody is signed in.",
  })
  isMe!: boolean;
}

@ObjectType({
  description: "Where a partner stands on the whole board of a period, also below what it shows.",
})
export class LeaderboardPlace {
  @Field(() => Int, {
    nullable: true,
    description:
      "From 1; equals share it. Null without a counted click in the period, and for those who are not listed.",
  })
  rank!: number | null;

  @Field(() => SafeInt, { description: "Their counted clicks in the period, listed or not." })
  clicks!: number;

  @Field(() => SafeInt, { description: "How many partners stand on the whole board of the period." })
  partners!: number;

  @Field(() => Boolean, {
    description: "Whether they may be shown on the board; see `setLeaderboardListing`.",
  })
  listed!: boolean;
}
