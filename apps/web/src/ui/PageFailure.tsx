import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useRouteError } from "react-router";
import { isUnreached } from "../lib/is-unreached.ts";
import { Page } from "./Page.tsx";

/**
 * Stands for a page that broke, or whose code did not arrive: the first is our fault, the second is the network's, and
 * heals by itself when that is back.
 */
export function PageFailure() {
  const { t } = useTranslation();
  const unreached = isUnreached(useRouteError());
  const words = unreached ? "unreached" : "broken";
  useEffect(() => {
    if (!unreached) return;
    const again = () => window.location.reload();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [unreached]);
  return (
    <Page title={t(`${words}.title`)} lead={t(`${words}.body`)}>
      <p>
        <button type="button" className="primary" onClick={() => window.location.reload()}>
          {t(`${words}.reload`)}
        </button>
      </p>
    </Page>
  );
}
