import { Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { For } from "../graphql/audience.ts";
import { Program } from "./program.type.ts";

@Resolver()
export class ProgramResolver {
  @For("anyone")
  @Query(() => Program, { description: "The public terms: minimum, methods, earnings per click, window." })
  program(@Ctx() { app: { terms, config } }: Context): Program {
    return {
      minimumWithdrawal: terms.minimumWithdrawal,
      methods: [...terms.payoutMethods],
      epc: terms.epc,
      earningsWindowDays: terms.earningsWindowDays,
      linkHosts: [...terms.linkHosts],
      visitorLimits: terms.velocity,
      eventRetentionDays: config.eventRetentionDays,
      supportEmail: config.supportEmail,
    };
  }
}
