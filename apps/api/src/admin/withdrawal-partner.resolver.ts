import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { For } from "../graphql/audience.ts";
import type { Withdrawal } from "../withdrawals/withdrawal.entity.ts";
import { WithdrawalType } from "../withdrawals/withdrawal.type.ts";
import { findPartner } from "./find-partner.ts";
import { PartnerType } from "./partner.type.ts";

@Resolver(() => WithdrawalType)
export class WithdrawalPartnerResolver {
  @For("admin")
  @FieldResolver(() => PartnerType, { description: "Admins only: who asked for it." })
  partner(@Root() { partnerId }: Withdrawal, @Ctx() { em }: Context): Promise<PartnerType> {
    return findPartner(em, partnerId);
  }
}
