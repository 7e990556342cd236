import { generate } from "./generator.ts";
import type { LoadPlan } from "./plan.ts";

process.on("message", (plan: LoadPlan) => {
  void generate(plan).then((result) => process.send?.(result));
});
