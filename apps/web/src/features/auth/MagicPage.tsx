import { useTranslation } from "react-i18next";
import { Navigate, useSearchParams } from "react-router";
import { homeOf } from "../../lib/home-of.ts";
import { rememberNext, safeNext } from "../../lib/safe-next.ts";
import { useViewer } from "../../lib/use-viewer.ts";
import { MagicLinkForm } from "../../ui/MagicLinkForm.tsx";
import { Page } from "../../ui/Page.tsx";
import { useLookAgain } from "./use-look-again.ts";

/** Asks for a link, and keeps in mind where its owner was going. */
export function MagicPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { viewer, retry } = useViewer();
  useLookAgain(retry);
  const next = safeNext(params.get("next"), window.location.origin);
  if (viewer) return <Navigate replace to={next ?? homeOf(viewer)} />;
  return (
    <Page title={t("magic.title")} lead={next ? t("magic.leadNext") : t("magic.lead")}>
      <div className="narrow panel">
        <MagicLinkForm
          submit={t("magic.submit")}
          onSent={() => rememberNext(next, window.localStorage, new Date())}
        />
      </div>
    </Page>
  );
}
