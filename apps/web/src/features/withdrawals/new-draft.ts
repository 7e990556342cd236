import type {
  DestinationChoiceFragment,
  WithdrawalFormFragment,
  WithdrawalTermsQuery,
} from "../../generated/graphql.ts";
import type { Language } from "../../lib/language.ts";
import { toType } from "../../lib/typed-amount.ts";
import type { Draft } from "./check-draft.ts";

type Terms = Pick<WithdrawalTermsQuery, "program" | "savedDestinations" | "latest">;

/** Remembered destinations that the program still pays to. */
export function usableDestinations({
  program,
  savedDestinations,
}: Pick<Terms, "program" | "savedDestinations">): readonly DestinationChoiceFragment[] {
  return savedDestinations.filter(({ method }) => program.methods.includes(method));
}

/** Where the request went that is asked for again, or the newest one if it was refused. */
export function refusedDestination(
  terms: Terms,
  again: WithdrawalFormFragment | null,
): DestinationChoiceFragment | undefined {
  const latest = terms.latest.edges[0]?.node;
  const refused = again ?? (latest?.status === "REJECTED" ? latest : undefined);
  return usableDestinations(terms).find(
    ({ id, method, destination }) =>
      id === refused?.id || (method === refused?.method && destination === refused.destination),
  );
}

/**
 * What the form starts with: where the last request went, unless that may be why it was refused; and the amount of the
 * refused request, if it is asked for again.
 */
export function newDraft(terms: Terms, again: WithdrawalFormFragment | null, language: Language): Draft {
  const refused = refusedDestination(terms, again);
  const saved = usableDestinations(terms).find(({ id }) => id !== refused?.id);
  const method = saved?.method ?? refused?.method ?? again?.method;
  const offered = terms.program.methods.find((known) => known === method) ?? terms.program.methods[0];
  return {
    amount: again ? toType(again.amount, language) : "",
    savedId: saved?.id ?? null,
    method: offered ?? "PAYPAL",
    email: "",
    iban: "",
    holder: "",
  };
}
