import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DayOfEarningsFragment } from "../../generated/graphql.ts";
import { useFormat } from "../../lib/use-format.ts";

const FIRST = 14;

/** The same days in figures, the newest first; two weeks at once, the rest on demand. */
export function EarningsTable({ days }: { days: readonly DayOfEarningsFragment[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const newestFirst = days.toSorted((a, b) => b.day.localeCompare(a.day));
  const shown = all ? newestFirst : newestFirst.slice(0, FIRST);
  return (
    <>
      <table>
        <caption className="visually-hidden">{t("earnings.dailyTitle")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("earnings.day")}</th>
            <th scope="col" className="number">
              {t("earnings.clicks")}
            </th>
            <th scope="col" className="number">
              {t("earnings.earned")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ day, clicks, earned }) => (
            <tr key={day}>
              <th scope="row">
                <time dateTime={day}>{format.shortDay(day)}</time>
              </th>
              <td className="number">{format.integer(clicks)}</td>
              <td className="number">{format.money(earned)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < days.length ? (
        <button type="button" className="load-more" onClick={() => setAll(true)}>
          {t("earnings.showAll", { count: days.length })}
        </button>
      ) : null}
    </>
  );
}
