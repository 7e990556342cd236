import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../lib/use-format.ts";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { estimate, WEEKLY_CLICKS } from "./estimate.ts";

/** A thousand, where the slider stands at first. */
const START = WEEKLY_CLICKS.indexOf(1_000);

/** What an audience would earn at today's rate; it promises nothing, and says so. */
export function Calculator({ epc }: { epc: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const [index, setIndex] = useState(START);
  const clicks = WEEKLY_CLICKS[index] ?? 0;
  const sum = epc === undefined ? null : estimate(epc, clicks);
  const words = t("landing.clicksAWeek", { count: clicks });
  return (
    <section className="panel calculator" aria-labelledby={`${id}-title`}>
      <div className="calculator-question">
        <h2 id={`${id}-title`}>{t("landing.calculatorTitle")}</h2>
        <label htmlFor={id}>{words}</label>
        <input
          id={id}
          type="range"
          min={0}
          max={WEEKLY_CLICKS.length - 1}
          step={1}
          value={index}
          // The name stays while the value moves, or a screen reader would say both at every step.
          aria-label={t("landing.clicksLabel")}
          aria-valuetext={words}
          onChange={(event) => setIndex(event.target.valueAsNumber)}
        />
        <p className="note">{t("landing.calculatorNote")}</p>
      </div>
      <output className="calculator-answer" htmlFor={id}>
        <span className="calculator-month">
          {sum ? t("landing.perMonth", { amount: format.roundMoney(sum.month) }) : <Skeleton />}
        </span>
        <span className="note">
          {sum && epc !== undefined ? (
            t("landing.perWeek", { amount: format.roundMoney(sum.week), epc: format.money(epc) })
          ) : (
            <Skeleton />
          )}
        </span>
      </output>
    </section>
  );
}
