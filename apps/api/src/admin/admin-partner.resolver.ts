import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import { signedIn } from "../auth/signed-in.ts";
import type { Context } from "../context.ts";
import { For } from "../graphql/audience.ts";
import { correctBalance } from "../ledger/correct-balance.ts";
import { invalidateClicks } from "../ledger/invalidate-clicks.ts";
import { reactivatePartner } from "../partners/reactivate-partner.ts";
import { suspendPartner } from "../partners/suspend-partner.ts";
import { CorrectBalanceInput } from "./correct-balance.input.ts";
import { findPartner } from "./find-partner.ts";
import { PartnerType } from "./partner.type.ts";

/** What admins do to a partner. */
@Resolver()
export class AdminPartnerResolver {
  @For("admin")
  @Mutation(() => PartnerType, {
    description:
      "Ends a partner's sessions and their earning. Balance and withdrawals stay as they are. CONFLICT when they are " +
      "suspended already.",
  })
  async suspendPartner(
    @Arg("id", () => ID, { description: "Of the partner." }) id: string,
    @Arg("reason", () => String, { description: "Why, kept for good; 1 to 500 characters." }) reason: string,
    @Ctx() context: Context,
  ): Promise<PartnerType> {
    const admin = await signedIn(context);
    return suspendPartner(context.app, { partnerId: id, adminId: admin.id, reason });
  }

  @For("admin")
  @Mutation(() => PartnerType, {
    description:
      "Lets a suspended partner sign in and earn again. CONFLICT when they are active already, or were erased.",
  })
  async reactivatePartner(
    @Arg("id", () => ID, { description: "Of the partner." }) id: string,
    @Arg("reason", () => String, { description: "Why, kept for good; 1 to 500 characters." }) reason: string,
    @Ctx() context: Context,
  ): Promise<PartnerType> {
    const admin = await signedIn(context);
    return reactivatePartner(context.app, { partnerId: id, adminId: admin.id, reason });
  }

  @For("admin")
  @Mutation(() => PartnerType, {
    description:
      "Takes back counted clicks of one partner that were found invalid: what they earned is clawed back, and what is " +
      "no longer there becomes debt. All or none.",
  })
  async invalidateClicks(
    @Arg("eventIds", () => [ID], { description: "Of counted clicks, all of the same partner." })
    eventIds: string[],
    @Arg("reason", () => String, { description: "Why, kept for good; 1 to 500 characters." }) reason: string,
    @Ctx() context: Context,
  ): Promise<PartnerType> {
    const admin = await signedIn(context);
    return findPartner(
      context.em,
      await invalidateClicks(context.app, { eventIds, reason, adminId: admin.id }),
    );
  }

  @For("admin")
  @Mutation(() => PartnerType, {
    description:
      "Manual correction: BONUS gives, CLAWBACK takes (what is no longer available becomes debt). The partner is told. " +
      "Refusals: BAD_USER_INPUT, NOT_FOUND, IDEMPOTENCY_CONFLICT, and CONFLICT when the partner was erased.",
  })
  async correctBalance(
    @Arg("input", () => CorrectBalanceInput, { description: "Whose, how much and why." })
    input: CorrectBalanceInput,
    @Ctx() context: Context,
  ): Promise<PartnerType> {
    const admin = await signedIn(context);
    return correctBalance(context.app, { ...input, adminId: admin.id });
  }
}
