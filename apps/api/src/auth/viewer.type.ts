import { Field, ID, ObjectType } from "type-graphql";
import { LocaleEnum, RoleEnum } from "../graphql/enums.ts";
import type { Viewer } from "./viewer.ts";

@ObjectType("Viewer", { description: "Who is signed in." })
export class ViewerType {
  @Field(() => ID, { description: "Of the partner or the admin." })
  id!: string;

  @Field(() => String, { description: "The address that signs in, in lower case." })
  email!: string;

  @Field(() => RoleEnum, { description: "What this person is here." })
  role!: Viewer["role"];

  @Field(() => LocaleEnum, { description: "Language of the person's pages and mails." })
  locale!: Viewer["locale"];

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether a partner may be shown on the public board; null for admins, who never are.",
  })
  onLeaderboard!: Viewer["onLeaderboard"];
}
