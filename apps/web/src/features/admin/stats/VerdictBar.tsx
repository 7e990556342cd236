import { useTranslation } from "react-i18next";
import type { VerdictBarFragment } from "../../../generated/graphql.ts";
import { useFormat } from "../../../lib/use-format.ts";

/** Which part of the clicks counted, and what became of the rest. */
export function VerdictBar({ stats: { events } }: { stats: VerdictBarFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const all = events.reduce((sum, { clicks }) => sum + clicks, 0);
  const found = events.filter(({ clicks }) => clicks > 0).toSorted((a, b) => b.clicks - a.clicks);
  if (all === 0) return <p className="note">{t("stats.noClicks")}</p>;
  const before = (index: number) => found.slice(0, index).reduce((sum, { clicks }) => sum + clicks, 0);
  // Beyond the first few, a colour of its own would be one too many to remember.
  const tint = (verdict: string, index: number) =>
    verdict === "COUNTED" ? "tint-counted" : `tint-${Math.min(index, 4)}`;
  return (
    <>
      <svg className="verdict-bar" width="100%" height="12" aria-hidden="true" focusable="false">
        {found.map(({ verdict, clicks }, index) => (
          <rect
            key={verdict}
            className={tint(verdict, index)}
            x={`${(before(index) / all) * 100}%`}
            width={`${(clicks / all) * 100}%`}
            height="12"
          />
        ))}
      </svg>
      <dl className="legend">
        {found.map(({ verdict, clicks }, index) => (
          <div key={verdict}>
            <dt>
              <span className={`swatch ${tint(verdict, index)}`} aria-hidden="true" />
              {t(`verdict.${verdict}`)}
            </dt>
            <dd>
              {format.integer(clicks)} <span className="note">{format.percent(clicks / all)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
