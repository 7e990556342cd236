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
    /** Whether they may be shown on the public board. */
    onLeaderboard: p.boolean().default(true),
    createdAt: p.datetime().defaultRaw("now()"),
    erasedAt: p.datetime().strictNullable(),
  },
});
export type Partner = InferEntity<typeof PartnerEntity>;
