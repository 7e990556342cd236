import { DAY, MINUTE, type ModelClick, type ModelEvent, type World } from "./world.test-kit.ts";

/** Of one visitor on one partner within ten minutes. Fewer than in practice: there are only three links to click on. */
export const MOST_IN_TEN_MINUTES = 2;

/** Why a click counts or not, by looking through all earlier ones. */
export function verdictOn(world: World, event: ModelEvent): string {
  const partner = world.partners[event.who];
  if (partner.suspended) return "suspended";
  if (event.where === "foreign") return "unknown_link";
  const earlier = partner.clicks.filter(
    ({ visitor, verdict }) => visitor === event.visitor && verdict === "counted",
  );
  if (earlier.some(({ where, at }) => where === event.where && Math.abs(at - event.at) < DAY))
    return "duplicate";
  return isTooFast(earlier, event.at) ? "velocity" : "counted";
}

function isTooFast(earlier: readonly ModelClick[], at: number): boolean {
  const times = [...earlier.map((click) => click.at), at];
  return times.some((first) => {
    const inTenMinutes = (time: number) => first <= time && time < first + 10 * MINUTE;
    return inTenMinutes(at) && times.filter(inTenMinutes).length > MOST_IN_TEN_MINUTES;
  });
}
