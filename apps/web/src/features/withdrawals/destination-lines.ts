import type { DestinationChoiceFragment } from "../../generated/graphql.ts";
import { groupIban } from "../../lib/group-iban.ts";
import type { Order } from "./check-draft.ts";

/**
 * Where an order goes, to be read once more: what is remembered comes masked, what was just typed comes as it was
 * typed, an IBAN in groups of four, or nobody could find a slip in it.
 */
export function destinationLines(
  { destination }: Pick<Order, "destination">,
  saved: readonly DestinationChoiceFragment[],
): string[] {
  const remembered = saved.find(({ id }) => id === destination.savedId);
  if (remembered) return [remembered.destination];
  const account = destination.email ?? (destination.iban && groupIban(destination.iban));
  return [account, destination.holder].filter((line) => line !== undefined && line !== null);
}
