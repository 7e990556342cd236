/** Thousands of bytes of JavaScript over the wire, until nothing is loading any more. */
export const LANDING_SCRIPT_KB = 130;
export const PAGE_SCRIPT_KB = 250;

/** Of the landing, on a phone with a slow processor on a slow line. */
export const LANDING_LCP_MS = 1_500;
export const LANDING_CLS = 0.02;

/** From the moment somebody clicks a link to the new number on the open page of its owner. */
export const CLICK_TO_NUMBER_MS = 500;
