import { Field, ID, ObjectType } from "type-graphql";
import { connectionTypes } from "../graphql/connection.type.ts";
import { LocaleEnum, PartnerStatusEnum } from "../graphql/enums.ts";
import { DateTime } from "../graphql/scalars.ts";

@ObjectType("Partner", {
  description: "Someone who earns. Only admins see partners; partners see themselves in `me`.",
})
export class PartnerType {
  @Field(() => ID, { description: "Stable id of the partner." })
  id!: string;

  @Field(() => String, { description: "Address that they sign in with." })
  email!: string;

  @Field(() => PartnerStatusEnum, { description: "Whether they may earn and sign in." })
  status!: "active" | "suspended";

  @Field(() => LocaleEnum, { description: "Language of their pages and mails." })
  locale!: "en" | "fr";

  @Field(() => DateTime, { description: "When they joined." })
  createdAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When they erased who they are; null unless they did. Their address is a made-up one since, their money history stays.",
  })
  erasedAt!: Date | null | undefined;
}

export const { CountedConnection: PartnerConnection } = connectionTypes("Partner", PartnerType);
export type PartnerConnection = InstanceType<typeof PartnerConnection>;
