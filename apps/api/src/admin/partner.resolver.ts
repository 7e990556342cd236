import type { Verdict } from "@contentflow/domain/click";
import type { WithdrawalStatus } from "@contentflow/domain/withdrawal";
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { For } from "../graphql/audience.ts";
import { VerdictEnum, WithdrawalStatusEnum } from "../graphql/enums.ts";
import { BalanceType } from "../ledger/balance.type.ts";
import { readBalance } from "../ledger/read-balance.ts";
import { listWithdrawals } from "../withdrawals/list-withdrawals.ts";
import { WithdrawalConnection } from "../withdrawals/withdrawal.type.ts";
import { LedgerEntryConnection } from "./ledger-entry.type.ts";
import { listEvents } from "./list-events.ts";
import { listLedgerEntries } from "./list-ledger-entries.ts";
import { listStatusChanges } from "./list-status-changes.ts";
import { MetricEventConnection } from "./metric-event.type.ts";
import { PartnerType } from "./partner.type.ts";
import { StatusChange } from "./status-change.type.ts";

/** What hangs below a partner. Each field is guarded by itself: a partner object may be reached from elsewhere. */
@Resolver(() => PartnerType)
export class PartnerResolver {
  @For("admin")
  @FieldResolver(() => BalanceType, { description: "Their money, exact at this moment." })
  balance(@Root() { id }: PartnerType, @Ctx() { app }: Context): Promise<BalanceType> {
    return readBalance(app, id);
  }

  @For("admin")
  @FieldResolver(() => WithdrawalConnection, { description: "Their withdrawals, newest first." })
  withdrawals(
    @Root() { id }: PartnerType,
    @Arg("first", () => Int, { defaultValue: 20, description: "How many withdrawals, 1 to 100." })
    first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the withdrawal before the page." })
    after: string | null | undefined,
    @Arg("status", () => WithdrawalStatusEnum, {
      nullable: true,
      description: "Only those that stand there now.",
    })
    status: WithdrawalStatus | null | undefined,
    @Ctx() { em }: Context,
  ): ReturnType<typeof listWithdrawals> {
    return listWithdrawals(em, { partnerId: id, status }, { first, after });
  }

  @For("admin")
  @FieldResolver(() => LedgerEntryConnection, { description: "Every movement of their money, newest first." })
  ledger(
    @Root() { id }: PartnerType,
    @Arg("first", () => Int, { defaultValue: 20, description: "How many entries, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the entry before the page." })
    after: string | null | undefined,
    @Ctx() { em }: Context,
  ): Promise<LedgerEntryConnection> {
    return listLedgerEntries(em, id, { first, after });
  }

  @For("admin")
  @FieldResolver(() => MetricEventConnection, {
    description: "Their events with the verdicts, newest first.",
  })
  events(
    @Root() { id }: PartnerType,
    @Arg("first", () => Int, { defaultValue: 20, description: "How many events, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the event before the page." })
    after: string | null | undefined,
    @Arg("verdict", () => VerdictEnum, { nullable: true, description: "Only those with this verdict." })
    verdict: Verdict | null | undefined,
    @Ctx() { em }: Context,
  ): Promise<MetricEventConnection> {
    return listEvents(em, { first, after }, { partnerId: id, verdict });
  }

  @For("admin")
  @FieldResolver(() => [StatusChange], {
    description: "When and why they were suspended or let back in, newest first; at most 100.",
  })
  statusChanges(@Root() { id }: PartnerType, @Ctx() { em }: Context): Promise<StatusChange[]> {
    return listStatusChanges(em, id);
  }
}
