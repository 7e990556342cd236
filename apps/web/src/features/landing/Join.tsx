import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { LandingQuery } from "../../generated/asked.ts";
import { homeOf } from "../../lib/home-of.ts";
import { MagicLinkForm } from "../../ui/MagicLinkForm.tsx";

/** The way in: an address is all it takes; whoever is in already goes on. */
export function Join({ viewer }: { viewer: LandingQuery["me"] | undefined }) {
  const { t } = useTranslation();
  return (
    <section className="panel join" aria-labelledby="join">
      <h2 id="join">{viewer ? t("landing.signedInTitle") : t("landing.joinTitle")}</h2>
      {viewer ? (
        <>
          <p className="break">{t("landing.signedInBody", { email: viewer.email })}</p>
          <Link className="button primary" to={homeOf(viewer)}>
            {t("landing.goOn")}
          </Link>
        </>
      ) : (
        <>
          <p className="note">{t("landing.joinBody")}</p>
          <MagicLinkForm submit={t("landing.join")} />
        </>
      )}
    </section>
  );
}
