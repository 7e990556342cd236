import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What an operator watches. Labels never hold anything about a person. */
export interface Metrics {
  readonly registry: Registry;
  readonly events: Counter<"verdict">;
  readonly eventsRefused: Counter<"code">;
  readonly clickBatch: Histogram;
  readonly unbookedClicks: Gauge;
  readonly spooledClicks: Counter;
  readonly graphqlErrors: Counter<"code">;
  readonly mails: Counter<"outcome">;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    events: new Counter({
      name: "contentflow_events_total",
      help: "Recorded metric events by verdict",
      labelNames: ["verdict"],
      registers,
    }),
    eventsRefused: new Counter({
      name: "contentflow_events_refused_total",
      help: "Events that were not recorded, by error code",
      labelNames: ["code"],
      registers,
    }),
    clickBatch: new Histogram({
      name: "contentflow_click_batch_size",
      help: "Clicks booked in one transaction",
      buckets: [1, 10, 50, 100, 250, 500, 1000, 2000],
      registers,
    }),
    unbookedClicks: new Gauge({
      name: "contentflow_clicks_unbooked",
      help: "Clicks that are durable in the intake and not in the books yet",
      registers,
    }),
    spooledClicks: new Counter({
      name: "contentflow_clicks_spooled_total",
      help: "Clicks written to the local spool because the database was down",
      registers,
    }),
    graphqlErrors: new Counter({
      name: "contentflow_graphql_errors_total",
      help: "GraphQL errors by code",
      labelNames: ["code"],
      registers,
    }),
    mails: new Counter({
      name: "contentflow_mails_total",
      help: "Mails by outcome: sent, retried, refused, expired",
      labelNames: ["outcome"],
      registers,
    }),
  };
}
