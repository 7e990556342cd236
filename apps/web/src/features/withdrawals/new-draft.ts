import type {
  DestinationChoiceFragment,
  WithdrawalFormFragment,
  WithdrawalTermsQuery,
} from "../../generated/graphql.ts";
import type { Draft } from "./check-draft.ts";

type Terms = Pick<WithdrawalTermsQuery, "program" | "savedDestinations">;

/** Remembered destinations that the program still pays to. */
export function usableDestinations({
  program,
  savedDestinations,
}: Terms): readonly DestinationChoiceFragment[] {
  return savedDestinations.filter(({ method }) => program.methods.includes(method));
}

/** What the form starts with: where the last request went; or what a refused request said. */
export function newDraft(terms: Terms, again: WithdrawalFormFragment | null): Draft {
  const usable = usableDestinations(terms);
  const asBefore = usable.find(
    ({ id, method, destination }) =>
      id === again?.id || (method === again?.method && destination === again.destination),
  );
  const saved = asBefore ?? usable[0];
  return {
    amount: again?.amount ?? "",
    savedId: saved?.id ?? null,
    method: saved?.method ?? terms.program.methods[0] ?? "PAYPAL",
    email: "",
    iban: "",
    holder: "",
  };
}
