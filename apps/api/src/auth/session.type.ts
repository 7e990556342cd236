import { Field, ID, ObjectType } from "type-graphql";
import { DateTime } from "../graphql/scalars.ts";

@ObjectType("Session", { description: "A place where the signed-in person is signed in." })
export class SessionType {
  @Field(() => ID, { description: "For `endSession`. It does not give access to anything." })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Browser and system, like "Firefox, Windows"; null when neither was recognised.',
  })
  device!: string | null;

  @Field(() => DateTime, { description: "When the person signed in." })
  createdAt!: Date;

  @Field(() => DateTime, { description: "When it ends by itself." })
  expiresAt!: Date;

  @Field(() => Boolean, { description: "Whether it is the session that asks." })
  current!: boolean;
}
