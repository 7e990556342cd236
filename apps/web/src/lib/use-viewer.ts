import { useApolloClient } from "@apollo/client/react";
import { useNavigate } from "react-router";
import { SignOutDocument } from "../generated/asked.ts";
import { useMeQuery } from "../generated/hooks.ts";
import { ask } from "./ask.ts";

/** Who is signed in; `viewer` is undefined until known and null when signed out. */
export function useViewer() {
  const { data, error, refetch } = useMeQuery({ fetchPolicy: "cache-first" });
  const retry = () => void refetch().catch(() => undefined);
  return { viewer: data?.me, error: data ? undefined : error, retry };
}

/** Ends this session or all of them, and forgets everything that was on screen. */
export function useSignOut(): (everywhere: boolean) => Promise<void> {
  const client = useApolloClient();
  const navigate = useNavigate();
  return async (everywhere) => {
    await ask(SignOutDocument, { everywhere });
    // Away first: a guarded page without its viewer would ask to sign in again and come back.
    await navigate("/partners");
    await client.resetStore();
  };
}
