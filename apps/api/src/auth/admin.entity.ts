import { defineEntity, type InferEntity, p } from "@mikro-orm/core";

/** Someone who pays partners. An address is an admin's or a partner's, never both. */
export const AdminEntity = defineEntity({
  name: "Admin",
  tableName: "admins",
  properties: {
    id: p.uuid().primary(),
    email: p.string(),
    locale: p.enum(["en", "fr"] as const).default("en"),
    createdAt: p.datetime().defaultRaw("now()"),
  },
});
export type Admin = InferEntity<typeof AdminEntity>;
