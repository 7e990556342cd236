import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { MeDocument } from "../../generated/graphql.ts";
import { useSignInAsQuery, useSignInMutation } from "../../generated/hooks.ts";
import { homeOf } from "../../lib/home-of.ts";
import { refusalOf } from "../../lib/refusal.ts";
import { takeNext } from "../../lib/safe-next.ts";
import { useAction } from "../../lib/use-action.ts";
import { useViewer } from "../../lib/use-viewer.ts";
import { Failure } from "../../ui/Failure.tsx";
import { Page } from "../../ui/Page.tsx";
import { DeadLink } from "./DeadLink.tsx";
import { useToken } from "./use-token.ts";

/** Where the mailed link lands. Nothing is spent until the person says so: mail scanners open links too. */
export function LoginPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useApolloClient();
  const token = useToken();
  const { viewer } = useViewer();
  const [signIn] = useSignInMutation();
  const { busy, error, run } = useAction();
  const [entered, setEntered] = useState(false);
  // Not cached: the cache would keep the token as part of its key.
  const preview = useSignInAsQuery({
    variables: { token: token ?? "" },
    skip: !token,
    fetchPolicy: "no-cache",
  });

  const enter = () =>
    run(async () => {
      const { data } = await signIn({ variables: { token: token ?? "" } });
      if (!data) return;
      setEntered(true);
      // Also what is on screen has to learn who is here now: the header for one.
      await client.resetStore().catch(() => undefined);
      client.writeQuery({ query: MeDocument, data: { me: data.signIn } });
      const next = takeNext(window.localStorage, window.location.origin, new Date());
      await navigate(next ?? homeOf(data.signIn), { replace: true });
    });

  if (!token) return <DeadLink why="noToken" />;
  // Spent by whoever is on the way in right now, it is no dead link.
  const spent = !entered && (refusalOf(error)?.code === "LINK_EXPIRED" || preview.data?.signInAs === null);
  if (spent) return <DeadLink why="spent" />;
  const email = preview.data?.signInAs;
  return (
    <Page title={t("login.title")} lead={t("login.lead")}>
      <div className="narrow panel">
        {viewer && !busy ? <p>{t("login.switching", { email: viewer.email })}</p> : null}
        {error ? <Failure error={error} retry={enter} /> : null}
        <button
          type="button"
          className="primary"
          disabled={busy || preview.loading}
          aria-busy={busy || preview.loading}
          onClick={enter}
        >
          {email ? t("login.continueAs", { email }) : t("login.continue")}
        </button>
        <p className="note">{t("login.notYou")}</p>
      </div>
    </Page>
  );
}
