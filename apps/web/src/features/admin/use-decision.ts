import { useApolloClient } from "@apollo/client/react";
import {
  useApproveWithdrawalMutation,
  useMarkWithdrawalPaidMutation,
  useRejectWithdrawalMutation,
} from "../../generated/hooks.ts";
import { refusalOf } from "../../lib/refusal.ts";
import { type Action, useAction } from "../../lib/use-action.ts";

export interface Decision {
  action: Action;
  approve: () => void;
  reject: (reason: string) => void;
  pay: (reference: string) => void;
}

/** Decides on the request as it is on screen: if it has changed since, the server refuses and it is shown anew. */
export function useDecision(request: { id: string; version: number }, onSettled: () => void): Decision {
  const client = useApolloClient();
  const action = useAction();
  const [approve] = useApproveWithdrawalMutation();
  const [reject] = useRejectWithdrawalMutation();
  const [pay] = useMarkWithdrawalPaidMutation();
  const { id, version } = request;

  const decide = (work: () => Promise<unknown>) =>
    action.run(async () => {
      try {
        await work();
      } catch (error) {
        const code = refusalOf(error)?.code;
        if (code !== "CONFLICT" && code !== "INVALID_TRANSITION") throw error;
        // What the dialog asked is no longer the question.
        onSettled();
        await refresh();
        throw error;
      }
      onSettled();
      void refresh();
    });
  const refresh = () =>
    client.refetchQueries({
      include: ["AdminQueue", "AdminStats", "AdminPartner", "PartnerWithdrawals", "PartnerLedger"],
    });

  return {
    action,
    approve: () => decide(() => approve({ variables: { id, version } })),
    reject: (reason) => decide(() => reject({ variables: { id, version, reason } })),
    pay: (reference) => decide(() => pay({ variables: { id, version, reference } })),
  };
}
