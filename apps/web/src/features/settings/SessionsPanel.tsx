import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSessionsQuery } from "../../generated/hooks.ts";
import { useAction } from "../../lib/use-action.ts";
import { useSignOut } from "../../lib/use-viewer.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { DialogActions } from "../../ui/DialogActions.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { Skeletons } from "../../ui/Skeleton.tsx";
import { SessionRow } from "./SessionRow.tsx";

/** Where the person is signed in, and the ways to end that. */
export function SessionsPanel() {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const { busy, error, run } = useAction();
  const list = useRef<HTMLUListElement>(null);
  const [asking, setAsking] = useState(false);
  const sessions = useSessionsQuery({ fetchPolicy: "cache-and-network" });
  return (
    <Panel title={t("settings.sessionsTitle")} note={t("settings.sessionsNote")}>
      <QueryView result={sessions} loading={<Skeletons shape="row" count={1} />}>
        {(data) => (
          <ul ref={list} tabIndex={-1} aria-label={t("settings.sessionsTitle")}>
            {data.sessions.map((session) => (
              <SessionRow key={session.id} session={session} onEnded={() => list.current?.focus()} />
            ))}
          </ul>
        )}
      </QueryView>
      {error && !asking ? <Failure error={error} /> : null}
      <div className="buttons">
        <button type="button" disabled={busy} onClick={() => run(() => signOut(false))}>
          {t("settings.signOut")}
        </button>
        <button type="button" className="danger" disabled={busy} onClick={() => setAsking(true)}>
          {t("settings.signOutEverywhere")}
        </button>
      </div>
      {asking ? (
        <Dialog
          title={t("settings.everywhereTitle")}
          lead={t("settings.everywhereBody")}
          onClose={() => setAsking(false)}
        >
          <form
            onSubmit={(event) => {
              event.preventDefault();
              run(() => signOut(true));
            }}
          >
            {error ? <Failure error={error} /> : null}
            <DialogActions
              danger
              busy={busy}
              submit={t("settings.signOutEverywhere")}
              onCancel={() => setAsking(false)}
            />
          </form>
        </Dialog>
      ) : null}
    </Panel>
  );
}
