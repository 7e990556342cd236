/** Clicks on links, each by a visitor of its own. */
export interface ClickTraffic {
  readonly kind: "clicks";
  readonly codes: readonly string[];
  /** Number of the first visitor: no two runs against one database may share any. */
  readonly firstVisitor: number;
}

/** One GraphQL query, asked by several signed-in people in turn. */
export interface QueryTraffic {
  readonly kind: "query";
  readonly path: string;
  /** What names the query in the body: its text, or the hash of one that the server knows. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** One per person: the Cookie header and the variables of the query. */
  readonly people: readonly {
    readonly cookie?: string;
    readonly variables?: Readonly<Record<string, unknown>>;
  }[];
}

/** Batches of click events from another server. */
export interface EventTraffic {
  readonly kind: "events";
  readonly apiKey: string;
  readonly partners: readonly { readonly id: string; readonly code: string }[];
  readonly batch: number;
  readonly firstVisitor: number;
}

export type Traffic = { readonly name: string; readonly weight: number } & (
  | ClickTraffic
  | QueryTraffic
  | EventTraffic
);

export interface LoadPlan {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** At the start, not measured, but answered and counted. */
  readonly warmUpSeconds: number;
  readonly traffic: readonly Traffic[];
  /**
   * Requests a second, sent when they are due whether or not earlier ones were answered; latency counts from then.
   * Absent: each connection sends its next request when the last was answered.
   */
  readonly rate?: number;
  /** Stop after that many requests. */
  readonly requests?: number;
}

export interface TrafficResult {
  /** Answers a second within the measured time. */
  readonly perSecond: number;
  /** Milliseconds, of the answers within the measured time. */
  readonly latency: {
    readonly p50: number;
    readonly p90: number;
    readonly p99: number;
    readonly max: number;
  };
  /** All answers by status, those of the warm-up too. */
  readonly answered: Readonly<Record<string, number>>;
  /** Answers that say when to come again. */
  readonly retryAfter: number;
  /** Answers of GraphQL that tell of errors. */
  readonly errors: number;
}

export interface LoadResult {
  readonly byTraffic: Readonly<Record<string, TrafficResult>>;
  /** Requests that got no answer: the connection broke. */
  readonly broken: number;
  /** With a rate: requests that were due but never sent, because all connections were busy to the end. */
  readonly unsent: number;
}
