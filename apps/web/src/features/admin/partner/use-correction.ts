import { useRef } from "react";
import { useCorrectBalanceMutation } from "../../../generated/hooks.ts";
import type { CorrectionKind } from "../../../generated/schema.ts";
import { refetchShown } from "../refetch-shown.ts";

interface Correction {
  readonly partnerId: string;
  readonly kind: CorrectionKind;
  readonly amount: string;
  readonly reason: string;
}

/**
 * Sends a correction. Sent again as it is, because the answer got lost, it changes nothing more; as soon as something in
 * it is changed, it is another one.
 */
export function useCorrection(): (correction: Correction) => Promise<void> {
  const [correct, { client }] = useCorrectBalanceMutation();
  const sent = useRef({ content: "", key: "" });
  return async (correction) => {
    const content = JSON.stringify(correction);
    if (sent.current.content !== content) sent.current = { content, key: crypto.randomUUID() };
    await correct({ variables: { input: { ...correction, idempotencyKey: sent.current.key } } });
    refetchShown(client, "PartnerLedger");
  };
}
