import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { signedInId } from "../auth/signed-in.ts";
import type { Context } from "../context.ts";
import { For } from "../graphql/audience.ts";
import { eraseAccount } from "./erase-account.ts";

@Resolver()
export class ErasureResolver {
  @For("partner")
  @Mutation(() => Boolean, {
    description:
      "Erases who the signed-in partner is, for good, and signs them out everywhere. Money history stays, under nobody's " +
      "name; what is left of the balance is lost. Refused with OPEN_WITHDRAWALS (details: `count`) while a request is " +
      "open; BAD_USER_INPUT when `confirmEmail` is not their address.",
  })
  async eraseAccount(
    @Ctx() context: Context,
    @Arg("confirmEmail", () => String, { description: "The partner's own address, typed once more." })
    confirmEmail: string,
  ): Promise<boolean> {
    await eraseAccount(context.app, await signedInId(context), confirmEmail);
    context.client.setSession?.(null, 0);
    return true;
  }
}
