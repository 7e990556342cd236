import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { AdminResolver } from "./admin/admin.resolver.ts";
import { AdminPartnerResolver } from "./admin/admin-partner.resolver.ts";
import { LedgerEntryResolver } from "./admin/ledger-entry.resolver.ts";
import { MetricEventResolver } from "./admin/metric-event.resolver.ts";
import { PartnerResolver } from "./admin/partner.resolver.ts";
import { WithdrawalPartnerResolver } from "./admin/withdrawal-partner.resolver.ts";
import { AuthResolver } from "./auth/auth.resolver.ts";
import { guardSchema } from "./graphql/audience.ts";
import { LeaderboardResolver } from "./leaderboard/leaderboard.resolver.ts";
import { LedgerResolver } from "./ledger/ledger.resolver.ts";
import { LinkResolver } from "./links/link.resolver.ts";
import { LinkClickResolver } from "./links/link-click.resolver.ts";
import { ErasureResolver } from "./partners/erasure.resolver.ts";
import { ProgramResolver } from "./partners/program.resolver.ts";
import { WithdrawalResolver } from "./withdrawals/withdrawal.resolver.ts";
import {
  WithdrawalEventFieldsResolver,
  WithdrawalFieldsResolver,
} from "./withdrawals/withdrawal-fields.resolver.ts";

const RESOLVERS: NonEmptyArray<new () => object> = [
  AuthResolver,
  ProgramResolver,
  ErasureResolver,
  LedgerResolver,
  WithdrawalResolver,
  WithdrawalFieldsResolver,
  WithdrawalEventFieldsResolver,
  LinkResolver,
  LinkClickResolver,
  LeaderboardResolver,
  AdminResolver,
  AdminPartnerResolver,
  PartnerResolver,
  LedgerEntryResolver,
  MetricEventResolver,
  WithdrawalPartnerResolver,
];

/** Asked for by the library as soon as there is a subscription. Ours bring their own source: PostgreSQL's notifications. */
const NO_PUB_SUB = {
  publish(): void {
    throw new Error("changes are published by the database");
  },
  subscribe(): AsyncIterable<unknown> {
    throw new Error("a subscription brings its own source of changes");
  },
};

/**
 * The whole API. An operation that does not declare who may use it is an error here already. Made as soon as it is
 * loaded, while the database is still starting.
 */
export const schema: GraphQLSchema = guardSchema(
  buildSchemaSync({
    resolvers: RESOLVERS,
    // Input is checked by the use cases, with their own codes; class-validator would answer with sentences.
    validate: false,
    pubSub: NO_PUB_SUB,
    // Apollo checks it again before it serves it, and the library's check is a good part of a start.
    skipCheck: true,
  }),
);
