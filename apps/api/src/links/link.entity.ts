import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { MicroEurosType } from "../db/micro-euros.type.ts";

/** A tracked link. `clicks` and `earned` are running totals, kept by the statement that records clicks. */
export const LinkEntity = defineEntity({
  name: "Link",
  tableName: "links",
  properties: {
    id: p.uuid().primary(),
    code: p.string(),
    partnerId: p.uuid(),
    destination: p.string(),
    title: p.string().strictNullable(),
    ownEpc: p.type(MicroEurosType).name("epc").strictNullable(),
    clicks: p.bigint("number").default(0),
    earned: p.type(MicroEurosType).defaultRaw("0"),
    createdAt: p.datetime().defaultRaw("now()"),
  },
});
export type Link = InferEntity<typeof LinkEntity>;
