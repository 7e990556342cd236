import { addDays, type Day, dayOf, isDay } from "@contentflow/domain/day";
import type { FilterQuery } from "@mikro-orm/core";
import type { App } from "../app.ts";
import { latestRecordedFirst, recordedBefore } from "../clicks/event-blocks.ts";
import { type MetricEvent, MetricEventEntity } from "../clicks/metric-event.entity.ts";
import type { EntityManager } from "../db/database.ts";
import {
  type Connection,
  type CursorKey,
  foreignCursor,
  type PageArgs,
  paginate,
} from "../graphql/connection.ts";
import { cursorNumber } from "../graphql/cursor-number.ts";
import type { Link } from "./link.entity.ts";

/** Looked through first: events are kept in a table per day, and each one that may hold some costs time to consider. */
const RECENT_DAYS = 31;
/** No event is older; the database knows no year 0. */
const FIRST_DAY: Day = "1970-01-01";

/**
 * The clicks on a link that are still kept, newest day first, then latest recorded first.
 * @throws DomainError BAD_USER_INPUT when the page makes no sense
 */
export async function listLinkClicks(
  app: Pick<App, "now">,
  em: EntityManager,
  { id: linkId }: Link,
  page: PageArgs,
): Promise<Connection<MetricEvent>> {
  const find = (limit: number, ...where: FilterQuery<MetricEvent>[]) =>
    em.find(
      MetricEventEntity,
      { $and: [{ linkId, kind: "click" }, ...where] },
      { orderBy: [{ bookedOn: "desc" }, ...latestRecordedFirst()], limit },
    );
  return paginate<MetricEvent>(
    page,
    ({ bookedOn, id }) => [bookedOn, id],
    async (limit, after) => {
      const place = after && placeOf(after);
      const earliest = addDays(place?.day ?? dayOf(app.now()), -RECENT_DAYS);
      const recent = await find(limit, { bookedOn: { $gte: earliest } }, ...(place ? [before(place)] : []));
      if (recent.length === limit) return recent;
      return [...recent, ...(await find(limit - recent.length, { bookedOn: { $lt: earliest } }))];
    },
  );
}

interface Place {
  readonly day: Day;
  readonly id: string;
}

function placeOf([day, ...id]: CursorKey): Place {
  if (!isDay(day) || day < FIRST_DAY) throw foreignCursor();
  return { day, id: cursorNumber(id) };
}

// The first condition repeats what the others imply: it is the one that the index can start from.
function before({ day, id }: Place): FilterQuery<MetricEvent> {
  return {
    $and: [{ bookedOn: { $lte: day } }, { $or: [{ bookedOn: { $lt: day } }, recordedBefore(id)] }],
  };
}
