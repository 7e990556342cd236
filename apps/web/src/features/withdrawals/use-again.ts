import { useFragment } from "@apollo/client/react";
import { useSearchParams } from "react-router";
import { type WithdrawalFormFragment, WithdrawalFormFragmentDoc } from "../../generated/graphql.ts";

/** The refused request that the address says to ask for again, once it is known, and how to be done with it. */
export function useAgain(): { again: WithdrawalFormFragment | null; forget: () => void } {
  const [params, setParams] = useSearchParams();
  const id = params.get("again");
  const { data, complete } = useFragment({
    fragment: WithdrawalFormFragmentDoc,
    from: id === null ? null : { __typename: "Withdrawal", id },
  });
  const forget = () => {
    if (id === null) return;
    const rest = new URLSearchParams(params);
    rest.delete("again");
    setParams(rest, { replace: true, preventScrollReset: true });
  };
  return { again: complete && data ? data : null, forget };
}
