import type { LeaderboardPeriod } from "@contentflow/domain/leaderboard";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { For } from "../graphql/audience.ts";
import { LeaderboardPeriodEnum } from "../graphql/enums.ts";
import { LeaderboardEntry } from "./leaderboard.type.ts";
import { readLeaderboard } from "./read-leaderboard.ts";

@Resolver()
export class LeaderboardResolver {
  @For("anyone")
  @Query(() => [LeaderboardEntry], {
    description:
      "The 20 active partners with the most counted clicks, most first. Open to all; names are masked.",
  })
  async leaderboard(
    @Arg("period", () => LeaderboardPeriodEnum, {
      defaultValue: "last_30_days",
      description: "Which days count: UTC days up to and including today.",
    })
    period: LeaderboardPeriod,
    @Ctx() context: Context,
  ): Promise<LeaderboardEntry[]> {
    const viewer = await context.viewer();
    return readLeaderboard(context.app, period, viewer?.id ?? null);
  }
}
