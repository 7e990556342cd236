import { isbot } from "isbot";

/** Nothing a browser says is longer; searching what strangers send must not take long. */
const MAX_LENGTH = 4_096;

/**
 * Whether a user agent is that of a program rather than of a person's browser, by a maintained list of crawlers,
 * link previews, monitors and HTTP libraries. An empty one is: every browser says what it is.
 */
export function isBot(userAgent: string): boolean {
  const known = verdicts.get(userAgent);
  if (known !== undefined) return known;
  const bot = userAgent.trim() === "" || isbot(userAgent.slice(0, MAX_LENGTH));
  if (verdicts.size === MOST_REMEMBERED) verdicts.clear();
  if (userAgent.length <= MAX_REMEMBERED_LENGTH) verdicts.set(userAgent, bot);
  return bot;
}

/** Most visitors share their browser with thousands of others; the list takes longer to search than a click to redirect. */
const verdicts = new Map<string, boolean>();
const MOST_REMEMBERED = 5_000;
const MAX_REMEMBERED_LENGTH = 512;
