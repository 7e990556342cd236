import { useTranslation } from "react-i18next";
import { Dialog } from "../../../ui/Dialog.tsx";

const KEYS = [
  { name: "move", keys: ["J", "K", "↓", "↑"] },
  { name: "approve", keys: ["A"] },
  { name: "reject", keys: ["R"] },
  { name: "pay", keys: ["P"] },
  { name: "select", keys: ["X"] },
  { name: "open", keys: ["O"] },
  { name: "search", keys: ["/"] },
  { name: "clear", keys: ["Esc"] },
  { name: "help", keys: ["?"] },
] as const;

/** The keys of the list, for whoever asks. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t("keys.title")} lead={t("keys.lead")} onClose={onClose}>
      <dl className="keys">
        {KEYS.map(({ name, keys }) => (
          <div key={name}>
            <dt>{t(`keys.${name}`)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
