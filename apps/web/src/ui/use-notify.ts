import { Toast } from "@base-ui/react/toast";
import { useMemo } from "react";

export interface Notice {
  title: string;
  text?: string;
  /** `danger` is read out at once, the others when there is a pause. */
  tone?: "calm" | "danger";
}

/** Says something that passes, in the corner of the page. */
export function useNotify(): (notice: Notice) => void {
  const { add } = Toast.useToastManager();
  return useMemo(
    () =>
      ({ title, text, tone = "calm" }: Notice) => {
        add({ title, description: text, type: tone, priority: tone === "danger" ? "high" : "low" });
      },
    [add],
  );
}
