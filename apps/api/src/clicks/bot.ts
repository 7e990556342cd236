import { isbot } from "isbot";

/** Nothing a browser says is longer; searching what strangers send must not take long. */
const MAX_LENGTH = 4_096;

/**
 * Whether a user agent is that of a program rather than of a person's browser, by a maintained list of crawlers,
 * link previews, monitors and HTTP libraries. An empty one is: every browser says what it is.
 */
export function isBot(userAgent: string): boolean {
  return userAgent.trim() === "" || isbot(userAgent.slice(0, MAX_LENGTH));
}
