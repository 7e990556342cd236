import { calendarDays } from "./calendar-days.ts";
import { type Language, REGION } from "./language.ts";

/** Everything that reads differently in another language. Amounts are exact decimal strings, days `YYYY-MM-DD` in UTC. */
export interface Format {
  /** Two to six decimals, all that are there: `€0.0035`. */
  money(amount: string): string;
  /** For estimates: `€866`, and the cents only where there are some. */
  roundMoney(amount: string): string;
  integer(count: number): string;
  /** `share` is 0 to 1. */
  percent(share: number): string;
  decimal(value: number): string;
  /** `3 March 2026` */
  day(day: string): string;
  /** `Tue 3 Mar` */
  shortDay(day: string): string;
  /** `3 Mar` */
  dayAndMonth(day: string): string;
  /** `3 Mar 2026, 14:05`, in the reader's time zone. */
  instant(instant: string): string;
  /** `5 minutes ago`; beyond the day and half a day, in the reader's calendar days: `yesterday`. */
  relative(instant: string, now: Date): string;
  list(items: readonly string[]): string;
}

/** Up to here it is told in hours, whatever lies between: at one in the morning, eleven o'clock was 2 hours ago. */
const HALF_A_DAY = 43_200;

const UNITS = [
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** The formats of one language. No amount ever becomes a float: Intl formats the decimal string itself. */
export function createFormat(language: Language): Format {
  const tag = REGION[language];
  const money = new Intl.NumberFormat(tag, {
    style: "currency",
    currency: "EUR",
    minimumFractionDigits: 2,
    maximumFractionDigits: 6,
  });
  const roundMoney = new Intl.NumberFormat(tag, {
    style: "currency",
    currency: "EUR",
    trailingZeroDisplay: "stripIfInteger",
  });
  const integer = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 1 });
  const decimal = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
  const shortDay = new Intl.DateTimeFormat(tag, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  const dayAndMonth = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", timeZone: "UTC" });
  const instant = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "short" });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  const list = new Intl.ListFormat(tag, { type: "conjunction" });
  return {
    money: (amount) => (isDecimal(amount) ? money.format(amount) : amount),
    roundMoney: (amount) => (isDecimal(amount) ? roundMoney.format(amount) : amount),
    integer: (count) => integer.format(count),
    percent: (share) => percent.format(share),
    decimal: (value) => decimal.format(value),
    day: (text) => ordinal(day.format(new Date(text)), language),
    shortDay: (text) => shortDay.format(new Date(text)),
    dayAndMonth: (text) => ordinal(dayAndMonth.format(new Date(text)), language),
    instant: (text) => instant.format(new Date(text)),
    relative: (text, now) => {
      const seconds = Math.round((Date.parse(text) - now.getTime()) / 1000);
      const days = calendarDays(now, new Date(text));
      if (days !== 0 && Math.abs(seconds) >= HALF_A_DAY) return relative.format(days, "day");
      const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? (["second", 1] as const);
      return relative.format(Math.trunc(seconds / size), unit);
    },
    list: (items) => list.format(items),
  };
}

/** French counts the first of a month and no other day, which Intl leaves out. */
export function ordinal(day: string, language: Language): string {
  return language === "fr" ? day.replace(/^1(?=\s)/, "1er") : day;
}

function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}
