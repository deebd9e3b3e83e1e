import { notApplicable } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const sameInputSamePlan = defineLaw({
  id: "S8",
  name: "same-input-same-plan",
  sentence: "The same wish, rulebook and engine give the same plan to the last byte.",
  reason: "Only what can be repeated can be trusted, tested and explained.",
  severity: "must",
  quantity: "count",
  shape: "comparison",
  judge: () => notApplicable("proved by test"),
});
