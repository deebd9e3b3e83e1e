import { notApplicable } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const unitsChangeLabelsOnly = defineLaw({
  id: "S10",
  name: "units-change-labels-only",
  sentence: "Kilometres or miles are labels: the other unit changes no session by more than its rounding.",
  reason: "A runner who thinks in miles trains no more and no less.",
  severity: "must",
  quantity: "share",
  shape: "comparison",
  judge: () => notApplicable("proved by test"),
});
