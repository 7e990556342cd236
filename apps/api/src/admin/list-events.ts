import type { Verdict } from "@contentflow/domain/click";
import { isUuid } from "@contentflow/domain/session-id";
import { latestRecordedFirst, recordedBefore } from "../clicks/event-blocks.ts";
import { type MetricEvent, MetricEventEntity } from "../clicks/metric-event.entity.ts";
import type { EntityManager } from "../db/database.ts";
import { type Connection, type PageArgs, paginate } from "../graphql/connection.ts";
import { cursorNumber } from "../graphql/cursor-number.ts";

export interface EventFilter {
  readonly partnerId?: string | null | undefined;
  readonly verdict?: Verdict | null | undefined;
}

/**
 * Recorded events, newest first.
 * @throws DomainError BAD_USER_INPUT when the page makes no sense
 */
export async function listEvents(
  em: EntityManager,
  page: PageArgs,
  { partnerId, verdict }: EventFilter,
): Promise<Connection<MetricEvent>> {
  return paginate<MetricEvent>(
    page,
    ({ id }) => [id],
    async (limit, after) => {
      if (partnerId && !isUuid(partnerId)) return [];
      const before = after && cursorNumber(after);
      const ofAll = verdict ? { verdict } : {};
      if (!partnerId) {
        const where = { ...ofAll, ...(before && { id: { $lt: before } }) };
        return em.find(MetricEventEntity, where, { orderBy: { id: "desc" }, limit });
      }
      const where = { $and: [{ ...ofAll, partnerId }, ...(before ? [recordedBefore(before)] : [])] };
      return em.find(MetricEventEntity, where, { orderBy: latestRecordedFirst(), limit });
    },
  );
}
