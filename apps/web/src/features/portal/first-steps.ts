export type StepState = "done" | "now" | "later";

/** The three steps to a first euro: a link, somebody who follows it, a click that counts. */
export function firstSteps(standing: { links: number; followed: boolean; counted: boolean }): {
  make: StepState;
  share: StepState;
  click: StepState;
} {
  const { links, followed, counted } = standing;
  const made = links > 0 || counted;
  const shared = followed || counted;
  return {
    make: made ? "done" : "now",
    share: shared ? "done" : made ? "now" : "later",
    click: counted ? "done" : shared ? "now" : "later",
  };
}
