import { useTranslation } from "react-i18next";

const STEPS = ["share", "earn", "withdraw"] as const;

/** How it works, in three steps. */
export function Steps() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="how">
      <h2 id="how">{t("landing.howTitle")}</h2>
      <ol className="landing-steps">
        {STEPS.map((step) => (
          <li key={step}>
            <h3>{t(`landing.${step}Title`)}</h3>
            <p>{t(`landing.${step}Body`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
