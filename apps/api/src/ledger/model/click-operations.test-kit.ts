import { type Answer, ask, done, type Operation, refused } from "./answer.test-kit.ts";
import { verdictOn } from "./verdict.test-kit.ts";
import { DAY, give, isoDay, type ModelClick, type ModelEvent, take, type World } from "./world.test-kit.ts";

/** How long ago an event may have occurred. */
const OLDEST = 7 * DAY;

const PARTNER = done({ __typename: "Partner" });

/** Clicks as ContentFlow reports them, in one request. */
export function report(events: readonly ModelEvent[]): Operation {
  return {
    kind: "click",
    predict: (world) => ({ said: events.map((event) => predictOne(world, event)) }),
    async send(real): Promise<Answer> {
      const response = await real.server.http.inject({
        method: "POST",
        url: "/v1/events",
        headers: { authorization: `Bearer ${real.stage.apiKey}` },
        payload: {
          events: events.map(({ id, who, visitor, where, at }) => ({
            id: `${real.partner(0).id} ${id}`,
            kind: "click",
            sessionId: `${real.partner(who).id}:${visitor}`,
            occurredAt: new Date(at).toISOString(),
            linkCode: real.linkCode(who, where),
            postId: id,
          })),
        },
      });
      if (response.statusCode !== 200) return refused(String(response.statusCode), response.body);
      const { results } = response.json<{ results: { status: string; code?: string; replayed?: true }[] }>();
      return { said: results.map(({ status, code, replayed }) => code ?? (replayed ? "replayed" : status)) };
    },
  };
}

function predictOne(world: World, event: ModelEvent): string {
  const partner = world.partners[event.who];
  if (world.now - event.at > OLDEST) return "INVALID_EVENT";
  if (partner.clicks.some(({ id }) => id === event.id)) return "replayed";
  const verdict = verdictOn(world, event);
  const worth = event.where === "own" ? partner.ownEpc : world.epc;
  partner.clicks.push({ ...event, verdict, bookedAt: world.now, worth });
  if (verdict === "counted") {
    partner.earned += worth;
    give(world, partner, worth);
  }
  return verdict;
}

/** An admin finds out that a click was not genuine. */
export function takeBack({ who, id, bookedAt }: ModelClick): Operation {
  return {
    kind: "invalidate",
    predict(world) {
      const partner = world.partners[who];
      const click = partner.clicks.find((one) => one.id === id);
      if (click?.verdict === "invalidated") return PARTNER;
      if (click?.verdict !== "counted")
        return refused("BAD_USER_INPUT", { field: "eventIds", reason: "must be clicks that counted" });
      click.verdict = "invalidated";
      partner.earned -= click.worth;
      take(partner, click.worth);
      return PARTNER;
    },
    async send(real) {
      const [event] = await real.stage.test.database.sql<{ id: string }>(
        "select id from metric_events where partner_id = $1 and booked_on = $2 and post_id = $3",
        [real.partner(who).id, isoDay(bookedAt), id],
      );
      return ask(
        real.client(real.admin),
        `mutation ($ids: [ID!]!) { it: invalidateClicks(eventIds: $ids, reason: "not genuine") { __typename } }`,
        { ids: [event?.id ?? "0"] },
      );
    },
  };
}
