import { useApolloClient } from "@apollo/client/react";
import { useNavigate } from "react-router";
import { useEraseAccountMutation } from "../../generated/hooks.ts";

/** Erases the account, and forgets here too everything that was on screen. */
export function useEraseAccount(): (email: string) => Promise<void> {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [erase] = useEraseAccountMutation();
  return async (email) => {
    await erase({ variables: { confirmEmail: email } });
    // Away first: a guarded page without its viewer would ask to sign in again.
    await navigate("/partner/erased", { replace: true });
    await client.resetStore();
  };
}
