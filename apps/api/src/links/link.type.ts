import type { MicroEuros } from "@contentflow/domain/money";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { connectionTypes } from "../graphql/connection.type.ts";
import { DateTime, Euros, SafeInt } from "../graphql/scalars.ts";

@ObjectType("Link", {
  description: "A tracked link of the signed-in partner: who follows it earns them money.",
})
export class LinkType {
  @Field(() => ID, { description: "Stable id of the link." })
  id!: string;

  @Field(() => String, { description: "Short code, the last part of `url`." })
  code!: string;

  @Field(() => String, { description: "Where readers are sent, http(s), as a browser writes it." })
  destination!: string;

  @Field(() => String, {
    nullable: true,
    description: "The partner's own name for it, at most 200 characters.",
  })
  title!: string | null | undefined;

  @Field(() => SafeInt, { description: "Counted clicks since it exists." })
  clicks!: number;

  @Field(() => Euros, { description: "Euros that its counted clicks earned since it exists." })
  earned!: MicroEuros;

  @Field(() => DateTime, { description: "When it was made." })
  createdAt!: Date;
}

@InputType({ description: "A link to make." })
export class CreateLinkInput {
  @Field(() => String, {
    description:
      "Where readers are sent: an http(s) address of at most 2048 characters, on a host that links may lead to " +
      "(else DESTINATION_NOT_ALLOWED).",
  })
  destination!: string;

  @Field(() => String, { nullable: true, description: "A name for yourself, at most 200 characters." })
  title!: string | null | undefined;
}

export const { CountedConnection: LinkConnection } = connectionTypes("Link", LinkType);
export type LinkConnection = InstanceType<typeof LinkConnection>;
