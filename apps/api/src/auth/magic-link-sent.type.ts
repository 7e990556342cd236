import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({
  description: "The answer to asking for a sign-in link: the same whether or not anybody has the address.",
})
export class MagicLinkSent {
  @Field(() => String, { description: "Where the link goes: the given address, in lower case." })
  email!: string;

  @Field(() => Int, { description: "Minutes that the link works, once." })
  expiresInMinutes!: number;
}
