import { Field, ObjectType } from "type-graphql";
import { DateTime } from "../graphql/scalars.ts";

@ObjectType({ description: "What the last proof of the books found." })
export class LedgerCheck {
  @Field(() => DateTime, { description: "When the books were proven." })
  at!: Date;

  @Field(() => Boolean, { description: "Whether everything added up." })
  ok!: boolean;

  @Field(() => [String], { description: "What did not, one sentence each; empty when all is well." })
  differences!: string[];
}
