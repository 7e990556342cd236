import { useApolloClient } from "@apollo/client/react";
import { useCallback } from "react";
import { AdminRequestDocument, type RequestGridRowFragment } from "../../../generated/graphql.ts";
import {
  useApproveWithdrawalMutation,
  useMarkWithdrawalPaidMutation,
  useRejectWithdrawalMutation,
} from "../../../generated/hooks.ts";
import { refusalOf } from "../../../lib/refusal.ts";
import { type Decision, decided } from "./decision.ts";

/** How a decision ended. `overtaken`: the request was no longer what the admin saw; it stands there `now`. */
export type Outcome =
  | { readonly kind: "done" }
  | { readonly kind: "overtaken"; readonly error: unknown; readonly now: RequestGridRowFragment | null }
  | { readonly kind: "failed"; readonly error: unknown };

/**
 * Decides on a request as it is on screen: its own `version` is sent, so that whatever changed in between is refused.
 * The decision shows at once; a refusal takes it back, and shows where the request stands by now. Never rejects.
 */
export function useDecide(): (request: RequestGridRowFragment, decision: Decision) => Promise<Outcome> {
  const client = useApolloClient();
  const [approve] = useApproveWithdrawalMutation();
  const [reject] = useRejectWithdrawalMutation();
  const [pay] = useMarkWithdrawalPaidMutation();

  const send = useCallback(
    (request: RequestGridRowFragment, decision: Decision): Promise<unknown> => {
      const { id, version } = request;
      const next = decided(request, decision);
      if (decision.kind === "approve")
        return approve({ variables: { id, version }, optimisticResponse: { approveWithdrawal: next } });
      if (decision.kind === "reject") {
        const { reason } = decision;
        return reject({ variables: { id, version, reason }, optimisticResponse: { rejectWithdrawal: next } });
      }
      const { reference } = decision;
      return pay({ variables: { id, version, reference }, optimisticResponse: { markWithdrawalPaid: next } });
    },
    [approve, reject, pay],
  );

  return useCallback(
    async (request, decision) => {
      try {
        await send(request, decision);
        return { kind: "done" };
      } catch (error) {
        const code = refusalOf(error)?.code;
        if (code !== "CONFLICT" && code !== "INVALID_TRANSITION") return { kind: "failed", error };
        const fresh = await client
          .query({
            query: AdminRequestDocument,
            variables: { id: request.id },
            fetchPolicy: "network-only",
          })
          .catch(() => null);
        return { kind: "overtaken", error, now: fresh?.data?.admin.withdrawal ?? null };
      }
    },
    [client, send],
  );
}
