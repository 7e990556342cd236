import { WifiOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useConnection } from "../lib/connection.ts";

/** Says quietly that what is on screen may be old, and takes it back by itself. */
export function ConnectionNotice() {
  const { t } = useTranslation();
  const connection = useConnection();
  return (
    <div role="status">
      {connection === "live" ? null : (
        <p className="connection-notice">
          <WifiOff aria-hidden="true" size={18} />
          {t(`connection.${connection}`)}
        </p>
      )}
    </div>
  );
}
