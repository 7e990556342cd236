import type { Verdict } from "@contentflow/domain/click";
import type { PayoutMethod, WithdrawalStatus } from "@contentflow/domain/withdrawal";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { For } from "../graphql/audience.ts";
import { PayoutMethodEnum, VerdictEnum, WithdrawalSortEnum, WithdrawalStatusEnum } from "../graphql/enums.ts";
import { readStats } from "../stats/read-stats.ts";
import { Stats } from "../stats/stats.type.ts";
import { findWithdrawal } from "../withdrawals/find-withdrawal.ts";
import { listWithdrawals } from "../withdrawals/list-withdrawals.ts";
import { WithdrawalConnection, WithdrawalType } from "../withdrawals/withdrawal.type.ts";
import type { WithdrawalSort } from "../withdrawals/withdrawal-order.ts";
import { AdminType } from "./admin.type.ts";
import { findPartner } from "./find-partner.ts";
import { LedgerCheck } from "./ledger-check.type.ts";
import { listEvents } from "./list-events.ts";
import { listPartners } from "./list-partners.ts";
import { MetricEventConnection } from "./metric-event.type.ts";
import { PartnerConnection, PartnerType } from "./partner.type.ts";
import { readLedgerCheck } from "./read-ledger-check.ts";

@Resolver(() => AdminType)
export class AdminResolver {
  @For("admin")
  @Query(() => AdminType, { description: "Everything that only admins may see." })
  admin(): AdminType {
    return {};
  }

  @For("admin")
  @FieldResolver(() => WithdrawalConnection, { description: "Withdrawals of all partners." })
  withdrawals(
    @Arg("first", () => Int, { defaultValue: 20, description: "How many withdrawals, 1 to 100." })
    first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the withdrawal before the page." })
    after: string | null | undefined,
    @Arg("status", () => WithdrawalStatusEnum, {
      nullable: true,
      description: "Only those that stand there now.",
    })
    status: WithdrawalStatus | null | undefined,
    @Arg("method", () => PayoutMethodEnum, {
      nullable: true,
      description: "Only those to be paid this way.",
    })
    method: PayoutMethod | null | undefined,
    @Arg("search", () => String, {
      nullable: true,
      description:
        "A part of the partner's address or of the payment reference, or the whole id of a withdrawal or a partner; at " +
        "most 254 characters. Blank finds all.",
    })
    search: string | null | undefined,
    @Arg("sort", () => WithdrawalSortEnum, {
      defaultValue: "newest",
      description: "In which order. A cursor is good for the order that it came with.",
    })
    sort: WithdrawalSort,
    @Ctx() { em }: Context,
  ): ReturnType<typeof listWithdrawals> {
    return listWithdrawals(em, { status, method, search }, { first, after }, sort);
  }

  @For("admin")
  @FieldResolver(() => WithdrawalType, { description: "One withdrawal; NOT_FOUND when there is none." })
  withdrawal(
    @Arg("id", () => ID, { description: "Of the withdrawal." }) id: string,
    @Ctx() { em }: Context,
  ): Promise<WithdrawalType> {
    return findWithdrawal(em, id);
  }

  @For("admin")
  @FieldResolver(() => PartnerConnection, { description: "Partners by e-mail address, A to Z." })
  partners(
    @Arg("first", () => Int, { defaultValue: 20, description: "How many partners, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the partner before the page." })
    after: string | null | undefined,
    @Arg("search", () => String, {
      nullable: true,
      description: "A part of the address, or a whole id; at most 254 characters. Blank finds all.",
    })
    search: string | null | undefined,
    @Ctx() { em }: Context,
  ): Promise<PartnerConnection> {
    return listPartners(em, { first, after }, search);
  }

  @For("admin")
  @FieldResolver(() => PartnerType, { description: "One partner; NOT_FOUND when there is none." })
  partner(
    @Arg("id", () => ID, { description: "Of the partner." }) id: string,
    @Ctx() { em }: Context,
  ): Promise<PartnerType> {
    return findPartner(em, id);
  }

  @For("admin")
  @FieldResolver(() => Stats, { description: "How the program is doing." })
  stats(
    @Arg("days", () => Int, {
      defaultValue: 30,
      description: "UTC days up to and including today, 1 to 366.",
    })
    days: number,
    @Ctx() { app }: Context,
  ): Promise<Stats> {
    return readStats(app, days);
  }

  @For("admin")
  @FieldResolver(() => MetricEventConnection, {
    description: "Recorded events of all partners, newest first.",
  })
  events(
    @Arg("first", () => Int, { defaultValue: 20, description: "How many events, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor of the event before the page." })
    after: string | null | undefined,
    @Arg("partnerId", () => ID, { nullable: true, description: "Only those of one partner." })
    partnerId: string | null | undefined,
    @Arg("verdict", () => VerdictEnum, { nullable: true, description: "Only those with this verdict." })
    verdict: Verdict | null | undefined,
    @Ctx() { em }: Context,
  ): Promise<MetricEventConnection> {
    return listEvents(em, { first, after }, { partnerId, verdict });
  }

  @For("admin")
  @FieldResolver(() => LedgerCheck, {
    nullable: true,
    description: "The last proof of the books; null before it.",
  })
  ledgerCheck(@Ctx() { em }: Context): Promise<LedgerCheck | null> {
    return readLedgerCheck(em);
  }
}
