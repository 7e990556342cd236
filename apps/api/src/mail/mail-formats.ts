import { type Day, isDay } from "@contentflow/domain/day";
import type { MailLocale } from "./mail-message.ts";

const NBSP = "\u00a0";

/** How amounts, days and durations read in one language. */
export interface MailFormats {
  /** @param amount a decimal string; shown in whole cents, never more than it is */
  euros(amount: string): string;
  day(day: Day): string;
  minutes(count: number): string;
}

/** British rather than American English: the program is European, and "3 March" cannot be misread. */
const TAGS = { en: "en-GB", fr: "fr-FR" } as const;

export function formatsFor(locale: MailLocale): MailFormats {
  const euros = new Intl.NumberFormat(TAGS[locale], {
    style: "currency",
    currency: "EUR",
    // Someone promised 4.21 € who can withdraw 4.20 € was lied to.
    roundingMode: "trunc",
  });
  const days = new Intl.DateTimeFormat(TAGS[locale], { dateStyle: "long", timeZone: "UTC" });
  const minutes = new Intl.NumberFormat(TAGS[locale], { style: "unit", unit: "minute", unitDisplay: "long" });
  const formatDay = (date: Date) => withFirstOfMonth(days.format(date), locale).replace(" ", NBSP);
  return {
    euros: (amount) => euros.format(exactDecimal(amount)),
    day: (day) => formatDay(midnight(day)),
    minutes: (count) => minutes.format(count).replace(" ", NBSP),
  };
}

/** French counts the first of a month as an ordinal, and Intl does not: "1er mars", but "2 mars". */
function withFirstOfMonth(formatted: string, locale: MailLocale): string {
  return locale === "fr" ? formatted.replace(/^1 /, "1er ") : formatted;
}

/** Intl formats a decimal string digit by digit; anything else it would quietly turn into a float. */
function exactDecimal(amount: string): `${number}` {
  if (!isDecimal(amount)) throw new TypeError(`Not an amount: ${JSON.stringify(amount)}`);
  return amount;
}

function isDecimal(amount: string): amount is `${number}` {
  return /^\d+(\.\d+)?$/.test(amount);
}

function midnight(day: Day): Date {
  if (!isDay(day)) throw new TypeError(`Not a day: ${JSON.stringify(day)}`);
  return new Date(`${day}T00:00:00Z`);
}
