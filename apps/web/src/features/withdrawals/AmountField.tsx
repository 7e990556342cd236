import { useTranslation } from "react-i18next";
import { isSome } from "../../lib/amount.ts";
import { toType } from "../../lib/typed-amount.ts";
import { useFormat } from "../../lib/use-format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { Field } from "../../ui/Field.tsx";

/** How much, typed or taken from what people mostly want: everything, or the least there is. */
export function AmountField(props: {
  value: string;
  available: string;
  minimum: string;
  /** Stands in for the range once the amount is fine. A problem stands in for both, so that nothing below moves. */
  hint: string | undefined;
  problem: string | undefined;
  onValue: (value: string) => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { language } = useLanguage();
  const { value, available, minimum } = props;
  const range = t("withdraw.amountHint", { minimum: money(minimum), available: money(available) });
  const presets = [
    { amount: available, label: t("withdraw.everything", { amount: money(available) }) },
    { amount: minimum, label: t("withdraw.minimum", { amount: money(minimum) }) },
  ].filter(
    ({ amount }, index, all) => isSome(amount) && all.findIndex((other) => other.amount === amount) === index,
  );
  return (
    <div className="withdraw-amount">
      <Field
        label={t("withdraw.amount")}
        hint={props.problem === undefined ? (props.hint ?? range) : undefined}
        name="amount"
        unit="€"
        inputMode="decimal"
        autoComplete="off"
        required
        value={value}
        onValue={props.onValue}
        onBlur={() => value && props.onLeave()}
        problem={props.problem}
      />
      <div className="chips">
        {presets.map(({ amount, label }) => (
          <button
            key={amount}
            type="button"
            className="chip"
            aria-pressed={value === toType(amount, language)}
            onClick={() => props.onValue(toType(amount, language))}
          >
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}
