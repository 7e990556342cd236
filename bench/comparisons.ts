import { badLoad } from "./comparisons/bad-load.ts";
import { events } from "./comparisons/events.ts";
import { graphql } from "./comparisons/graphql.ts";
import { hotPartner } from "./comparisons/hot-partner.ts";
import { mixed } from "./comparisons/mixed.ts";
import { reads } from "./comparisons/reads.ts";
import { redirect } from "./comparisons/redirect.ts";
import { start } from "./comparisons/start.ts";
import { storage } from "./comparisons/storage.ts";
import type { Comparison } from "./harness/comparison.ts";

/** In the order in which they run. */
export const COMPARISONS: readonly Comparison[] = [
  redirect,
  hotPartner,
  events,
  reads,
  graphql,
  mixed,
  badLoad,
  storage,
  start,
];
