import { networkOf } from "../auth/network.ts";
import type { Context } from "../context.ts";
import { RATES, type Rate } from "./rates.ts";
import { takeTurns } from "./take-turns.ts";

/** Mutations that are limited by themselves, for each account or, signed out, each network. */
const OF_THEIR_OWN: Readonly<Record<string, Rate>> = {
  signIn: RATES.signInAttempts,
  createLink: RATES.newLinks,
  requestWithdrawal: RATES.withdrawalRequests,
};

/**
 * Counts one mutation: each field of a request for itself, however many it has and whatever they are called in it.
 * @throws DomainError RATE_LIMITED
 */
export async function countMutation({ app, viewer, client }: Context, field: string): Promise<void> {
  const who = await viewer();
  const network = networkOf(client.ip);
  const own = OF_THEIR_OWN[field];
  // A token is tried by whoever has it: being signed in must not give a network more tries.
  const ownOf = field === "signIn" ? network : (who?.id ?? network);
  await takeTurns(app, [
    ...(own ? [{ rate: own, of: ownOf }] : []),
    who ? { rate: RATES.sessionMutations, of: who.sessionId } : { rate: RATES.networkMutations, of: network },
  ]);
}
