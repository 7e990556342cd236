import { Arg, Ctx, Int, Query, Resolver, Subscription } from "type-graphql";
import { signedInId } from "../auth/signed-in.ts";
import type { Context } from "../context.ts";
import { For } from "../graphql/audience.ts";
import { subscribeToChanges } from "../live/subscription.ts";
import { BalanceType } from "./balance.type.ts";
import { EarningsDay } from "./earnings.type.ts";
import { readBalance } from "./read-balance.ts";
import { readEarnings } from "./read-earnings.ts";

@Resolver()
export class LedgerResolver {
  @For("partner")
  @Query(() => BalanceType, { description: "The signed-in partner's money, exact at this moment." })
  async balance(@Ctx() context: Context): Promise<BalanceType> {
    return readBalance(context.app, await signedInId(context));
  }

  @For("partner")
  @Query(() => [EarningsDay], {
    description:
      "The signed-in partner's last UTC days up to and including today, oldest first, without gaps.",
  })
  async earnings(
    @Arg("days", () => Int, { defaultValue: 90, description: "How many days, 1 to 366." }) days: number,
    @Ctx() context: Context,
  ): Promise<EarningsDay[]> {
    return readEarnings(context.app, await signedInId(context), days);
  }

  @For("partner")
  @Subscription(() => BalanceType, {
    description: "The signed-in partner's balance: once at the start, then whenever their money moves.",
    subscribe: ({ context }: { context: Context }) => balanceChanges(context),
  })
  async balanceChanged(@Ctx() context: Context): Promise<BalanceType> {
    return readBalance(context.app, await signedInId(context));
  }
}

async function balanceChanges(context: Context) {
  const partnerId = await signedInId(context);
  return subscribeToChanges(
    context.app,
    (change) => change.kind === "balance" && change.partnerId === partnerId,
    { kind: "balance", partnerId },
  );
}
