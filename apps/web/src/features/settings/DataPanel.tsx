import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Panel } from "../../ui/Panel.tsx";

const TABLES = ["ledger", "withdrawals", "links", "clicks"] as const;

/** Everything kept about the partner, to take away. The browser saves what the server streams. */
export function DataPanel() {
  const { t } = useTranslation();
  return (
    <Panel title={t("settings.dataTitle")} note={t("settings.dataNote")}>
      <p>
        <a className="button" href="/partner/export.json" download>
          <Download aria-hidden="true" size={18} />
          {t("settings.dataAll")}
        </a>
      </p>
      <div>
        <p className="note" id="tables">
          {t("settings.dataTables")}
        </p>
        <ul className="downloads" aria-labelledby="tables">
          {TABLES.map((table) => (
            <li key={table}>
              <a href={`/partner/export/${table}.csv`} download>
                {t(`settings.table.${table}`)}
                <span className="visually-hidden"> (CSV)</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}
