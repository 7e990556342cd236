import type { Verdict } from "@contentflow/domain/click";
import type { Day } from "@contentflow/domain/day";
import type { MicroEuros } from "@contentflow/domain/money";
import type { WithdrawalStatus } from "@contentflow/domain/withdrawal";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { PartnerType } from "../admin/partner.type.ts";
import { VerdictEnum, WithdrawalStatusEnum } from "../graphql/enums.ts";
import { Euros, LocalDate, SafeInt } from "../graphql/scalars.ts";

@ObjectType({ description: "Withdrawals that were requested in the period and stand at one status today." })
export class WithdrawalTotal {
  @Field(() => WithdrawalStatusEnum, { description: "Where they stand now, not at the end of the period." })
  status!: WithdrawalStatus;

  @Field(() => Int, { description: "How many withdrawals." })
  count!: number;

  @Field(() => Euros, { description: "Their amounts together, in euros." })
  sum!: MicroEuros;
}

@ObjectType({ description: "Clicks of the period that got one verdict." })
export class VerdictTotal {
  @Field(() => VerdictEnum, { description: "Whether they counted, and if not, why." })
  verdict!: Verdict;

  @Field(() => SafeInt, { description: "How many clicks; views and conversions are not among them." })
  clicks!: number;
}

@ObjectType({ description: "What one partner earned in the period." })
export class PartnerRevenue {
  @Field(() => PartnerType, { description: "The partner." })
  partner!: PartnerType;

  @Field(() => SafeInt, { description: "Their counted clicks in the period." })
  clicks!: number;

  @Field(() => Euros, { description: "Euros that those clicks earned." })
  earned!: MicroEuros;
}

@ObjectType({ description: "One UTC day of the period." })
export class StatsDay {
  @Field(() => LocalDate, { description: "The UTC day." })
  day!: Day;

  @Field(() => SafeInt, { description: "All clicks of the day, whatever their verdict." })
  clicks!: number;

  @Field(() => SafeInt, { description: "Those of them that count." })
  counted!: number;

  @Field(() => Euros, { description: "Euros that these earned." })
  earned!: MicroEuros;

  @Field(() => Euros, { description: "Euros of the withdrawals that were marked as paid on that day." })
  paid!: MicroEuros;
}

@ObjectType({
  description: "How long partners waited for their money: hours from requested to marked as paid.",
})
export class PayoutVelocity {
  @Field(() => Float, {
    description: "Half of the withdrawals were paid within this many hours (interpolated).",
  })
  medianHours!: number;

  @Field(() => Float, { description: "Nine in ten were paid within this many hours (interpolated)." })
  p90Hours!: number;

  @Field(() => Int, {
    description: "How many withdrawals were paid in the period: what the figures rest on.",
  })
  payouts!: number;
}

@ObjectType({
  description:
    "Figures of the UTC days from `from` to `to`, both included. Clicks, conversions and earnings belong to the day " +
    "that they were booked on; clicks found invalid afterwards are no longer counted, whenever that was.",
})
export class Stats {
  @Field(() => LocalDate, { description: "First UTC day of the period." })
  from!: Day;

  @Field(() => LocalDate, { description: "Last UTC day of the period: today, as far as it has come." })
  to!: Day;

  @Field(() => [WithdrawalTotal], {
    description:
      "Withdrawals requested in the period by where they stand now: each status once, zeros included.",
  })
  withdrawals!: WithdrawalTotal[];

  @Field(() => [VerdictTotal], { description: "Clicks by verdict: each verdict once, zeros included." })
  events!: VerdictTotal[];

  @Field(() => Euros, { description: "Euros that the counted clicks of the period earned." })
  earnings!: MicroEuros;

  @Field(() => Int, { description: "Partners who earned more than nothing with them." })
  earningPartners!: number;

  @Field(() => Euros, {
    nullable: true,
    description:
      "`earnings` / `earningPartners`, in euros, cut off after 6 decimals; null when nobody earned.",
  })
  revenuePerPartner!: MicroEuros | null;

  @Field(() => [PartnerRevenue], {
    description: "At most 10 of the partners who earned in the period: most euros first, then most clicks.",
  })
  topPartners!: PartnerRevenue[];

  @Field(() => Float, {
    nullable: true,
    description:
      "From 0 to 1: clicks whose partner and link are known, / all clicks. Not known are those with the verdicts " +
      "UNKNOWN_PARTNER and UNKNOWN_LINK. Null without clicks.",
  })
  shareAttributed!: number | null;

  @Field(() => SafeInt, { description: "Conversions that were accepted (verdict COUNTED)." })
  conversions!: number;

  @Field(() => Float, {
    nullable: true,
    description: "`conversions` / counted clicks of the period; null without counted clicks. Can be above 1.",
  })
  conversionRate!: number | null;

  @Field(() => PayoutVelocity, {
    nullable: true,
    description:
      "Over the withdrawals marked as paid in the period, whenever requested; null when there are none.",
  })
  payoutVelocity!: PayoutVelocity | null;

  @Field(() => [StatsDay], { description: "Each UTC day of the period, oldest first, without gaps." })
  days!: StatsDay[];
}
