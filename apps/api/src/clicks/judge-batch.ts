import {
  createJudge,
  preliminaryVerdict,
  type VelocityLimits,
  type Verdict,
} from "@contentflow/domain/click";
import { type MicroEuros, ZERO } from "@contentflow/domain/money";
import type { PendingBatchEvent } from "./batch-event.ts";
import type { BatchFacts, KnownLink } from "./batch-facts.ts";
import { mapInSlices } from "./map-in-slices.ts";

/** An event with its verdict and what it refers to, ready to be written. */
export interface JudgedEvent {
  readonly event: PendingBatchEvent;
  readonly verdict: Verdict;
  /** Null: nobody we know. */
  readonly partnerId: string | null;
  readonly linkId: string | null;
  /** The rate at the moment of recording, for every click of a known partner; zero for everything else. */
  readonly epc: MicroEuros;
  /** What it earns: its rate if it is a counted click. */
  readonly earned: MicroEuros;
}

/** One judgement per event, in the given order, by the rules of the domain. */
export async function judgeBatch(
  events: readonly PendingBatchEvent[],
  facts: BatchFacts,
  terms: { readonly epc: MicroEuros; readonly velocity: VelocityLimits },
): Promise<JudgedEvent[]> {
  const judge = createJudge(facts.history, terms.velocity);
  return mapInSlices(events, (event) => {
    const { flags, link } = resolve(event, facts);
    const verdict = judge({
      kind: event.kind,
      occurredAt: event.occurredAt,
      partnerId: event.partnerId,
      visitor: event.visitor,
      formerVisitor: event.formerVisitor,
      linkId: link?.id ?? null,
      preliminary: preliminaryVerdict(flags),
    });
    const earning = event.kind === "click" && !flags.unknownPartner;
    const epc = earning ? (link?.ownEpc ?? terms.epc) : ZERO;
    return {
      event,
      verdict,
      partnerId: flags.unknownPartner ? null : event.partnerId,
      linkId: link?.id ?? null,
      epc,
      earned: verdict === "counted" ? epc : ZERO,
    };
  });
}

function resolve(event: PendingBatchEvent, facts: BatchFacts) {
  const named = event.linkId !== undefined || event.linkCode !== undefined;
  const found = findLink(event, facts);
  // Somebody else's link is as unknown as one that does not exist.
  const link = found?.partnerId === event.partnerId ? found : undefined;
  const flags = {
    unknownPartner: !facts.debts.has(event.partnerId),
    suspended: facts.suspended.has(event.partnerId),
    unknownLink: named && !link,
    selfClick: event.selfClick ?? false,
    prefetch: event.prefetch ?? false,
    bot: event.bot ?? false,
  };
  return { flags, link };
}

function findLink({ linkId, linkCode }: PendingBatchEvent, facts: BatchFacts): KnownLink | undefined {
  if (linkId !== undefined) return facts.linksById.get(linkId);
  return linkCode === undefined ? undefined : facts.linksByCode.get(linkCode);
}
