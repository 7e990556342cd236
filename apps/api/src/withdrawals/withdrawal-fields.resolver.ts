import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { signedInId } from "../auth/signed-in.ts";
import type { Context } from "../context.ts";
import { For } from "../graphql/audience.ts";
import { RoleEnum } from "../graphql/enums.ts";
import { historyOf } from "./find-withdrawal.ts";
import { openDestination } from "./open-destination.ts";
import type { Withdrawal } from "./withdrawal.entity.ts";
import { DestinationType, WithdrawalType } from "./withdrawal.type.ts";
import type { WithdrawalEvent } from "./withdrawal-event.entity.ts";
import { WithdrawalEventType } from "./withdrawal-event.type.ts";

/** What of a withdrawal has to be looked up, and what of it only admins may see. */
@Resolver(() => WithdrawalType)
export class WithdrawalFieldsResolver {
  @FieldResolver(() => [WithdrawalEventType], { description: "Its history, oldest first." })
  async events(@Root() withdrawal: Withdrawal, @Ctx() context: Context): Promise<WithdrawalEvent[]> {
    return historyOf(context.em, withdrawal.id);
  }

  @For("admin")
  @FieldResolver(() => DestinationType, {
    nullable: true,
    description:
      "Admins only: where to pay, in full. Null once it is paid or rejected. Looking at it is logged.",
  })
  async fullDestination(
    @Root() withdrawal: Withdrawal,
    @Ctx() context: Context,
  ): Promise<DestinationType | null> {
    return openDestination(context.app, context.em, withdrawal, await signedInId(context));
  }
}

@Resolver(() => WithdrawalEventType)
export class WithdrawalEventFieldsResolver {
  @FieldResolver(() => RoleEnum, { description: "Who did it." })
  byRole(@Root() event: WithdrawalEvent): "partner" | "admin" {
    return event.byPartner ? "partner" : "admin";
  }
}
