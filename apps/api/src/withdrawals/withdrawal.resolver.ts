import type { WithdrawalStatus } from "@contentflow/domain/withdrawal";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { signedInId } from "../auth/signed-in.ts";
import type { Context } from "../context.ts";
import { For } from "../graphql/audience.ts";
import { WithdrawalStatusEnum } from "../graphql/enums.ts";
import type { LiveChange } from "../live/live-feed.ts";
import { subscribeToChanges } from "../live/subscription.ts";
import { approveWithdrawal } from "./approve-withdrawal.ts";
import { findWithdrawal } from "./find-withdrawal.ts";
import { listWithdrawals } from "./list-withdrawals.ts";
import { markWithdrawalPaid } from "./mark-withdrawal-paid.ts";
import { rejectWithdrawal } from "./reject-withdrawal.ts";
import { requestWithdrawal } from "./request-withdrawal.ts";
import { SavedDestination } from "./saved-destination.type.ts";
import { listSavedDestinations } from "./saved-destinations.ts";
import type { Withdrawal } from "./withdrawal.entity.ts";
import { RequestWithdrawalInput } from "./withdrawal.input.ts";
import { WithdrawalConnection, WithdrawalType } from "./withdrawal.type.ts";

const ID_ARG = { description: "Id of the withdrawal." };
const VERSION_ARG = { description: "The `version` that you were looking at; a newer one is a CONFLICT." };

@Resolver()
export class WithdrawalResolver {
  @For("partner")
  @Query(() => WithdrawalConnection, { description: "The signed-in partner's withdrawals, newest first." })
  async withdrawals(
    @Arg("first", () => Int, { defaultValue: 20, description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to continue after." }) after:
      | string
      | null,
    @Arg("status", () => WithdrawalStatusEnum, {
      nullable: true,
      description: "Only those that stand there.",
    })
    status: WithdrawalStatus | null,
    @Ctx() context: Context,
  ) {
    return listWithdrawals(context.em, { partnerId: await signedInId(context), status }, { first, after });
  }

  @For("partner")
  @Query(() => [SavedDestination], {
    description:
      "Where the signed-in partner was paid or asked to be paid before: newest first, each once, at most 5.",
  })
  async savedDestinations(@Ctx() context: Context): Promise<SavedDestination[]> {
    return listSavedDestinations(context.app, await signedInId(context));
  }

  @For("partner")
  @Mutation(() => WithdrawalType, {
    description:
      "Asks to be paid; the amount is reserved at once. Refusals: INVALID_DESTINATION, NOT_FOUND (`savedId`), " +
      "METHOD_NOT_ALLOWED, BELOW_MINIMUM, INSUFFICIENT_BALANCE, IDEMPOTENCY_CONFLICT.",
  })
  async requestWithdrawal(
    @Arg("input", () => RequestWithdrawalInput, { description: "How much, how and where." })
    input: RequestWithdrawalInput,
    @Ctx() context: Context,
  ): Promise<Withdrawal> {
    return requestWithdrawal(context.app, await signedInId(context), input);
  }

  @For("admin")
  @Mutation(() => WithdrawalType, {
    description: "Agrees to pay a requested withdrawal. Refusals: NOT_FOUND, CONFLICT, INVALID_TRANSITION.",
  })
  async approveWithdrawal(
    @Arg("id", () => ID, ID_ARG) id: string,
    @Arg("version", () => Int, VERSION_ARG) version: number,
    @Ctx() context: Context,
  ): Promise<Withdrawal> {
    return approveWithdrawal(context.app, { id, version, adminId: await signedInId(context) });
  }

  @For("admin")
  @Mutation(() => WithdrawalType, {
    description:
      "Declines a withdrawal that is not yet paid and returns its money. Refusals: NOT_FOUND, CONFLICT, " +
      "INVALID_TRANSITION.",
  })
  async rejectWithdrawal(
    @Arg("id", () => ID, ID_ARG) id: string,
    @Arg("version", () => Int, VERSION_ARG) version: number,
    @Arg("reason", () => String, { description: "Why, 1 to 500 characters; the partner reads it." })
    reason: string,
    @Ctx() context: Context,
  ): Promise<Withdrawal> {
    return rejectWithdrawal(context.app, { id, version, reason, adminId: await signedInId(context) });
  }

  @For("admin")
  @Mutation(() => WithdrawalType, {
    description:
      "Says that an approved withdrawal was paid. Refusals: NOT_FOUND, CONFLICT, INVALID_TRANSITION.",
  })
  async markWithdrawalPaid(
    @Arg("id", () => ID, ID_ARG) id: string,
    @Arg("version", () => Int, VERSION_ARG) version: number,
    @Arg("reference", () => String, {
      description: "By which the payment can be found, 1 to 200 characters.",
    })
    reference: string,
    @Ctx() context: Context,
  ): Promise<Withdrawal> {
    return markWithdrawalPaid(context.app, { id, version, reference, adminId: await signedInId(context) });
  }

  @For("account")
  @Subscription(() => WithdrawalType, {
    description: "Withdrawals as they change: a partner's own, an admin's all.",
    subscribe: ({ context }: { context: Context }) => withdrawalChanges(context),
  })
  async withdrawalChanged(
    @Root() change: LiveChange & { kind: "withdrawal" },
    @Ctx() context: Context,
  ): Promise<Withdrawal> {
    return findWithdrawal(context.em, change.id);
  }
}

async function withdrawalChanges(context: Context) {
  const viewer = await context.viewer();
  return subscribeToChanges(
    context.app,
    (change) => change.kind === "withdrawal" && (viewer?.role === "admin" || change.partnerId === viewer?.id),
  );
}
