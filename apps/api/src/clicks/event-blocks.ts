import { type FilterQuery, type QueryOrderMap, raw } from "@mikro-orm/core";
import type { MetricEvent } from "./metric-event.entity.ts";

const BITS = 13;

/**
 * SQL for the block of 8,192 ids that an id lies in. The indexes by partner and by link know no more of an id: whoever asks
 * one of them has to order by block and id, and to name the block wherever a page begins.
 */
export function blockOf(id: string): string {
  return `(${id} >> ${BITS})`;
}

const block = () => raw<string>((alias) => blockOf(`${alias}.id`));

/** For lists of one partner or link; a function, because a piece of SQL can be used once. */
export function latestRecordedFirst(): QueryOrderMap<MetricEvent>[] {
  return [{ [block()]: "desc" }, { id: "desc" }];
}

export function recordedBefore(id: string): FilterQuery<MetricEvent> {
  return { $and: [{ [block()]: { $lte: String(BigInt(id) >> BigInt(BITS)) } }, { id: { $lt: id } }] };
}
