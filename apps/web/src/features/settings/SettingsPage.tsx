import { useTranslation } from "react-i18next";
import { LANGUAGES, type Language } from "../../lib/language.ts";
import { useChooseLanguage } from "../../lib/use-choose-language.ts";
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

const NAMES: Record<Language, string> = { en: "English", fr: "Français" };

/** What a partner decides about their account, from the language to its end. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const choose = useChooseLanguage(true);
  const { viewer } = useViewer();
  return (
    <Page title={t("settings.title")} lead={t("settings.lead", { email: viewer?.email ?? "" })}>
      <div className="settings">
        <Panel title={t("settings.languageTitle")} note={t("settings.languageNote")}>
          <Choice
            legend={t("settings.languageLegend")}
            options={LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
            value={language}
            onValue={choose}
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
