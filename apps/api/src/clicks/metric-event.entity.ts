import { EVENT_KINDS, VERDICTS } from "@contentflow/domain/click";
import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { MicroEurosType } from "../db/micro-euros.type.ts";

/** One row of what happened, with the verdict that says whether it pays. Written only by `record-events.ts`. */
export const MetricEventEntity = defineEntity({
  name: "MetricEvent",
  tableName: "metric_events",
  properties: {
    id: p.bigint("string").primary(),
    bookedOn: p.date().primary(),
    occurredAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw("now()"),
    epc: p.type(MicroEurosType),
    partnerId: p.uuid().strictNullable(),
    linkId: p.uuid().strictNullable(),
    kind: p.enum(EVENT_KINDS),
    verdict: p.enum(VERDICTS),
    visitor: p.string(),
    platform: p.string().strictNullable(),
    postId: p.string().strictNullable(),
    referrerHost: p.string().strictNullable(),
    value: p.string().strictNullable(),
  },
});
export type MetricEvent = InferEntity<typeof MetricEventEntity>;
