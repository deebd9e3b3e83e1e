import { notApplicable } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const samePeakWithMoreWeeks = defineLaw({
  id: "V10",
  name: "same-peak-with-more-weeks",
  sentence: "A longer plan of the same tier leads to the same peak, and no more steeply.",
  reason: "More time is for a gentler climb, never for a higher one.",
  severity: "must",
  quantity: "share",
  shape: "comparison",
  judge: () => notApplicable("proved by test"),
});
