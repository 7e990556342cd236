import type { LeaderboardPeriod } from "@contentflow/domain/leaderboard";
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { signedIn, signedInId } from "../auth/signed-in.ts";
import type { Viewer } from "../auth/viewer.ts";
import { ViewerType } from "../auth/viewer.type.ts";
import type { Context } from "../context.ts";
import { For } from "../graphql/audience.ts";
import { LeaderboardPeriodEnum } from "../graphql/enums.ts";
import { LeaderboardEntry, LeaderboardPlace } from "./leaderboard.type.ts";
import { readLeaderboard } from "./read-leaderboard.ts";
import { readLeaderboardPlace } from "./read-leaderboard-place.ts";
import { setLeaderboardListing } from "./set-leaderboard-listing.ts";

const PERIOD_ARG = {
  defaultValue: "last_30_days",
  description: "Which days count: UTC days up to and including today.",
};

@Resolver()
export class LeaderboardResolver {
  @For("anyone")
  @Query(() => [LeaderboardEntry], {
    description:
      "The 20 listed active partners with the most counted clicks, most first. Open to all; names are masked.",
  })
  async leaderboard(
    @Arg("period", () => LeaderboardPeriodEnum, PERIOD_ARG) period: LeaderboardPeriod,
    @Ctx() context: Context,
  ): Promise<LeaderboardEntry[]> {
    const viewer = await context.viewer();
    return readLeaderboard(context.app, period, viewer?.id ?? null);
  }

  @For("partner")
  @Query(() => LeaderboardPlace, {
    description: "The signed-in partner's own place on the board, also outside the top 20.",
  })
  async leaderboardPlace(
    @Arg("period", () => LeaderboardPeriodEnum, PERIOD_ARG) period: LeaderboardPeriod,
    @Ctx() context: Context,
  ): Promise<LeaderboardPlace> {
    return readLeaderboardPlace(context.app, await signedInId(context), period);
  }

  @For("partner")
  @Mutation(() => ViewerType, {
    description:
      "Whether the signed-in partner may be shown on the board. Who says no is gone from all periods at once, and earns " +
      "as before.",
  })
  async setLeaderboardListing(
    @Arg("listed", () => Boolean, { description: "True: shown when among the top. False: never." })
    listed: boolean,
    @Ctx() context: Context,
  ): Promise<Viewer> {
    return setLeaderboardListing(context.app, await signedIn(context), listed);
  }
}
