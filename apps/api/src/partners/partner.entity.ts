import { defineEntity, type InferEntity, p } from "@mikro-orm/core";

/** Someone who earns. Never deleted: money history refers to them. */
export const PartnerEntity = defineEntity({
  name: "Partner",
  tableName: "partners",
  properties: {
    id: p.uuid().primary(),
    email: p.string(),
    status: p.enum(["active", "suspended"] as const).default("active"),
    locale: p.enum(["en", "fr"] as const).default("en"),
    createdAt: p.datetime().defaultRaw("now()"),
  },
});
export type Partner = InferEntity<typeof PartnerEntity>;
