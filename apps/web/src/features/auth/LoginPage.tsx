import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { MeDocument } from "../../generated/graphql.ts";
import { useSignInAsQuery, useSignInMutation } from "../../generated/hooks.ts";
import { homeOf } from "../../lib/home-of.ts";
import { refusalOf } from "../../lib/refusal.ts";
import { takeNext } from "../../lib/safe-next.ts";
import { useAction } from "../../lib/use-action.ts";
import { Failure } from "../../ui/Failure.tsx";
import { Page } from "../../ui/Page.tsx";
import { tokenOf } from "./token-of.ts";

/** Where the mailed link lands. Nothing is spent until the person says so: mail scanners open links too. */
export function LoginPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useApolloClient();
  const [token, setToken] = useState(() => tokenOf(window.location.hash));
  const [signIn] = useSignInMutation();
  const { busy, error, run } = useAction();
  // Not cached: the cache would keep the token as part of its key.
  const preview = useSignInAsQuery({
    variables: { token: token ?? "" },
    skip: !token,
    fetchPolicy: "no-cache",
  });

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

  const enter = () =>
    run(async () => {
      const { data } = await signIn({ variables: { token: token ?? "" } });
      if (!data) return;
      // Also what is on screen has to learn who is here now: the header for one.
      await client.resetStore().catch(() => undefined);
      client.writeQuery({ query: MeDocument, data: { me: data.signIn } });
      const next = takeNext(window.localStorage, window.location.origin, new Date());
      await navigate(next ?? homeOf(data.signIn), { replace: true });
    });

  const spent = refusalOf(error)?.code === "LINK_EXPIRED" || preview.data?.signInAs === null;
  if (!token) {
    return (
      <Page title={t("login.noTokenTitle")} lead={t("login.noTokenBody")}>
        <AskAgain />
      </Page>
    );
  }
  if (spent) {
    return (
      <Page title={t("login.spent")} lead={t("login.spentBody")}>
        <AskAgain />
      </Page>
    );
  }
  return (
    <Page title={t("login.title")} lead={t("login.lead")}>
      {error ? <Failure error={error} retry={enter} /> : null}
      <p>
        <button
          type="button"
          className="primary"
          disabled={busy || preview.loading}
          aria-busy={busy || preview.loading}
          onClick={enter}
        >
          {preview.data?.signInAs
            ? t("login.continueAs", { email: preview.data.signInAs })
            : t("login.continue")}
        </button>
      </p>
    </Page>
  );
}

function AskAgain() {
  const { t } = useTranslation();
  return (
    <p>
      <Link className="button primary" to="/partner/magic">
        {t("login.askAgain")}
      </Link>
    </p>
  );
}
