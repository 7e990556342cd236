import { useTranslation } from "react-i18next";
import { chooseLanguage } from "../../lib/choose-language.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "../../lib/language.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { useViewer } from "../../lib/use-viewer.ts";
import { Choice } from "../../ui/Choice.tsx";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { BoardPanel } from "./BoardPanel.tsx";
import { DataPanel } from "./DataPanel.tsx";
import { ErasePanel } from "./ErasePanel.tsx";
import { SessionsPanel } from "./SessionsPanel.tsx";
import "./settings.css";

/** What a partner decides about their account, from the language to its end. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { viewer } = useViewer();
  return (
    <Page title={t("settings.title")} lead={t("settings.lead", { email: viewer?.email ?? "" })}>
      <div className="settings">
        <Panel title={t("settings.languageTitle")} note={t("settings.languageNote")}>
          <Choice
            legend={t("settings.languageLegend")}
            options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            value={language}
            onValue={(value) => chooseLanguage(value, true)}
          />
        </Panel>
        <BoardPanel />
        <SessionsPanel />
        <DataPanel />
        {viewer ? <ErasePanel email={viewer.email} /> : null}
      </div>
    </Page>
  );
}
