import { generate } from "./generator.ts";
import type { LoadPlan } from "./plan.ts";

process.once("message", (plan: LoadPlan) => {
  void generate(plan).then((result) => {
    process.send?.(result, () => process.disconnect());
  });
});
