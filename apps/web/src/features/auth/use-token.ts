import { useEffect, useState } from "react";
import { tokenOf } from "./token-of.ts";

/** The token that the mailed link brought, taken out of the address at once; null when there is none. */
export function useToken(): string | null {
  const [token, setToken] = useState(() => tokenOf(window.location.hash));
  useEffect(() => {
    const take = () => {
      const given = tokenOf(window.location.hash);
      if (!given) return;
      setToken(given);
      // Neither the address bar nor the history may keep what signs in.
      window.history.replaceState(window.history.state, "", window.location.pathname);
    };
    take();
    // The link can be opened in a tab that already shows this page: then only the fragment changes.
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);
  return token;
}
