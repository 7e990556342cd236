import type { EventKind, Verdict } from "@contentflow/domain/click";

/** Something that happened, as one of the ways in hands it to `record-events.ts`: checked, but not judged yet. */
export interface PendingBatchEvent {
  /** The sender's id, if it has one: an event is recorded once per id, however often it is sent. */
  readonly id?: string;
  readonly kind: EventKind;
  readonly occurredAt: Date;
  /** Whose event it claims to be. Any text: one that is no partner's id makes an `unknown_partner`. */
  readonly partnerId: string;
  readonly visitor: string;
  /** The same visitor under yesterday's key. */
  readonly formerVisitor?: string | null;
  /** The link clicked, by id (already looked up) or by code (claimed); neither: the event belongs to no link. */
  readonly linkId?: string;
  readonly linkCode?: string;
  readonly selfClick?: boolean;
  readonly prefetch?: boolean;
  readonly bot?: boolean;
  readonly platform?: string | null;
  readonly postId?: string | null;
  readonly referrerHost?: string | null;
  readonly value?: string | null;
}

export interface RecordedEvent {
  /** Of a replay: `duplicate`. */
  readonly verdict: Verdict;
  /** Its id was recorded before; nothing was written now. */
  readonly replayed: boolean;
}
