import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSessionsQuery } from "../../generated/hooks.ts";
import { LANGUAGES, type Language } from "../../lib/language.ts";
import { useAction } from "../../lib/use-action.ts";
import { useChooseLanguage } from "../../lib/use-choose-language.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { useSignOut, useViewer } from "../../lib/use-viewer.ts";
import { Choice } from "../../ui/Choice.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { DialogActions } from "../../ui/DialogActions.tsx";
import { Failure } from "../../ui/Failure.tsx";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { SessionRow } from "./SessionRow.tsx";

const NAMES: Record<Language, string> = { en: "English", fr: "Français" };

export function SettingsPage() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const choose = useChooseLanguage();
  const { viewer } = useViewer();
  return (
    <Page title={t("settings.title")} lead={t("settings.lead", { email: viewer?.email ?? "" })}>
      <Panel title={t("settings.languageTitle")} note={t("settings.languageNote")}>
        <Choice
          legend={t("settings.languageLegend")}
          options={LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
          value={language}
          onValue={choose}
        />
      </Panel>
      <SessionsPanel />
    </Page>
  );
}

function SessionsPanel() {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const { busy, error, run } = useAction();
  const [asking, setAsking] = useState(false);
  const sessions = useSessionsQuery({ fetchPolicy: "cache-and-network" });
  return (
    <Panel title={t("settings.sessionsTitle")} note={t("settings.sessionsNote")}>
      <QueryView result={sessions}>
        {(data) => (
          <ul className="rows">
            {data.sessions.map((session) => (
              <SessionRow key={session.id} session={session} />
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
        <Dialog title={t("settings.everywhereTitle")} onClose={() => setAsking(false)}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              run(() => signOut(true));
            }}
          >
            <p>{t("settings.everywhereBody")}</p>
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
