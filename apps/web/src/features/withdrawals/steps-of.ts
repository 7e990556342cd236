import type { WithdrawalItemFragment } from "../../generated/graphql.ts";
import type { WithdrawalStatus } from "../../generated/schema.ts";
import type { Step } from "../../ui/Timeline.tsx";

/** One step of a request: what it is, whether it happened, and when. */
export interface RequestStep {
  status: WithdrawalStatus;
  tone: Step["tone"];
  at: string | null;
  /** The step that the request waits for right now. */
  waiting: boolean;
}

const AHEAD: Record<WithdrawalStatus, readonly WithdrawalStatus[]> = {
  REQUESTED: ["APPROVED", "PAID"],
  APPROVED: ["PAID"],
  PAID: [],
  REJECTED: [],
};

/** Everything that happened to a request, then what is still ahead if all goes well. */
export function stepsOf({
  status,
  events,
}: Pick<WithdrawalItemFragment, "status" | "events">): RequestStep[] {
  const past = events.map(
    ({ toStatus, at }): RequestStep => ({
      status: toStatus,
      tone: toStatus === "REJECTED" ? "bad" : "done",
      at,
      waiting: false,
    }),
  );
  const ahead = AHEAD[status].map(
    (next, index): RequestStep => ({
      status: next,
      tone: index === 0 ? "current" : "ahead",
      at: null,
      waiting: index === 0,
    }),
  );
  return [...past, ...ahead];
}
