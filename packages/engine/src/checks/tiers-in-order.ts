import { notApplicable } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const tiersInOrder = defineLaw({
  id: "V9",
  name: "tiers-in-order",
  sentence:
    "For the same race, length and paces more volume behind a runner means more of everything: first week, peak week, peak long run and quality distance.",
  reason: "A tier that asks for less than the one below it is no tier.",
  severity: "must",
  quantity: "distance",
  shape: "comparison",
  judge: () => notApplicable("proved by test"),
});
