const HIDDEN = "•••";
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

export const LEADERBOARD_SIZE = 20;

export const LEADERBOARD_PERIODS = ["last_7_days", "last_30_days", "last_90_days", "all_time"] as const;
export type LeaderboardPeriod = (typeof LEADERBOARD_PERIODS)[number];

const DAYS: Readonly<Record<LeaderboardPeriod, number | null>> = {
  last_7_days: 7,
  last_30_days: 30,
  last_90_days: 90,
  all_time: null,
};

/** How many days the period spans, today included; null: all of them. */
export function periodDays(period: LeaderboardPeriod): number | null {
  return DAYS[period];
}

/**
 * Most clicks first. Equals share a rank and the next one is skipped: 1, 2, 2, 4. Equals keep the order they come
 * in, so callers sort by something fixed, such as the id, to show the same page twice.
 */
export function rank<T extends { readonly clicks: number }>(entries: readonly T[]): (T & { rank: number })[] {
  const ranked: (T & { rank: number })[] = [];
  for (const entry of entries.toSorted((a, b) => b.clicks - a.clicks)) {
    const above = ranked.at(-1);
    ranked.push({ ...entry, rank: above?.clicks === entry.clicks ? above.rank : ranked.length + 1 });
  }
  return ranked;
}

/**
 * The board: never more than LEADERBOARD_SIZE entries. Equals at the cut are cut too, the later in the given order
 * first: a board that grew with ties could be flooded by hundreds of partners with a single click each.
 */
export function topRanked<T extends { readonly clicks: number }>(
  entries: readonly T[],
): (T & { rank: number })[] {
  return rank(entries).slice(0, LEADERBOARD_SIZE);
}

/** `m•••@example.org`: enough for the owner of the address to recognise it. Not for strangers: see `maskName`. */
export function maskEmail(email: string): string {
  const { local, domain } = split(email);
  return domain === null ? `${first(local)}${HIDDEN}` : `${first(local)}${HIDDEN}@${domain}`;
}

/** `m•••@e•••`: for the public. No domain, which often names the person or the company. */
export function maskName(email: string): string {
  const { local, domain } = split(email);
  return domain === null ? `${first(local)}${HIDDEN}` : `${first(local)}${HIDDEN}@${first(domain)}${HIDDEN}`;
}

/** `FR76 •••• 0189`. Too short to be an IBAN: nothing of it is shown. */
export function maskIban(iban: string): string {
  const compact = iban.replace(/\s/g, "").toUpperCase();
  return compact.length < 15 ? "••••" : `${compact.slice(0, 4)} •••• ${compact.slice(-4)}`;
}

function split(email: string): { local: string; domain: string | null } {
  const at = email.lastIndexOf("@");
  return at < 0 ? { local: email, domain: null } : { local: email.slice(0, at), domain: email.slice(at + 1) };
}

/** What a reader sees as the first character: half a surrogate pair or a base without its accent would be garbage. */
function first(text: string): string {
  for (const { segment } of graphemes.segment(text)) return segment;
  return "";
}
