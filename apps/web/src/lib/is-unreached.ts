/** How Chromium, Firefox and Safari say that a script or a style did not arrive, and how the bundler does. */
const MESSAGES =
  /dynamically imported module|module script failed|unable to preload css|failed to fetch|load failed|networkerror/i;

/** Whether a page is missing because its code could not be fetched, rather than because something in it broke. */
export function isUnreached(error: unknown): boolean {
  return error instanceof Error && MESSAGES.test(error.message);
}
