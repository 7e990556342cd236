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
