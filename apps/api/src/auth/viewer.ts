/** Who is signed in. */
export interface Viewer {
  readonly id: string;
  readonly email: string;
  readonly role: "partner" | "admin";
  readonly locale: "en" | "fr";
  readonly sessionId: string;
  /** A suspended partner is recognised, so that the refusal can say why, but may do nothing. */
  readonly suspended: boolean;
  /** Whether a partner may be shown on the board; null for admins, who never are. */
  readonly onLeaderboard: boolean | null;
}
