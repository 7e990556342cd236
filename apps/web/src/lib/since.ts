import { calendarDays } from "./calendar-days.ts";
import { ordinal } from "./format.ts";
import { type Language, REGION } from "./language.ts";

const WORDS: Record<Language, { today: string; yesterday: string; on: (day: string) => string }> = {
  en: { today: "today", yesterday: "yesterday", on: (day) => day },
  fr: { today: "aujourd’hui", yesterday: "hier", on: (day) => `le ${day}` },
};

/** What follows "since": today, yesterday, the name of one of the last six days, else the date. The reader's days. */
export function sinceWhen(instant: string, now: Date, language: Language): string {
  const { today, yesterday, on } = WORDS[language];
  const date = new Date(instant);
  const days = calendarDays(date, now);
  if (days <= 0) return today;
  if (days === 1) return yesterday;
  const tag = REGION[language];
  if (days < 7) return new Intl.DateTimeFormat(tag, { weekday: "long" }).format(date);
  const day = new Intl.DateTimeFormat(tag, { day: "numeric", month: "long" }).format(date);
  return on(ordinal(day, language));
}
