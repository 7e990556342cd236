import { Check, Minus, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ClickRowFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";
import { clickReason, reasonAnchor } from "../../ui/ClickReasons.tsx";
import { When } from "../../ui/When.tsx";

const TONES = { COUNTED: "counted", INVALIDATED: "taken" } as const;
const SIGNS = { counted: Check, taken: Undo2, uncounted: Minus } as const;

/** One click: whether it counted, why, when, where from, and what it earned then. */
export function ClickRow({ click }: { click: ClickRowFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { verdict } = click;
  const tone = verdict === "COUNTED" || verdict === "INVALIDATED" ? TONES[verdict] : "uncounted";
  const Sign = SIGNS[tone];
  const reason = clickReason(verdict);
  const why = verdict === "COUNTED" ? null : t(`clickReason.why.${verdict}`);
  const source = click.platform ?? click.referrerHost;
  return (
    <li className={`click click-${tone}`}>
      <span className="click-sign">
        <Sign aria-hidden="true" size={16} />
      </span>
      <p className="click-what">
        <b>{t(`verdict.${verdict}`)}</b>
        <span className="click-when">
          <When at={click.occurredAt} />
          {source ? <> · {t("links.from", { source })}</> : null}
        </span>
      </p>
      {why === null ? null : (
        <p className="click-why">
          {reason ? (
            <a className="click-more" href={`#${reasonAnchor(reason)}`}>
              {why}
            </a>
          ) : (
            why
          )}
        </p>
      )}
      <p className="click-earned">{format.money(click.earned)}</p>
    </li>
  );
}
