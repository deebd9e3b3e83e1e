import { taperWeeksOf } from "../plan/race-weeks.ts";
import { atLeast, atMost, judgementOf } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const taperLength = defineLaw({
  id: "T1",
  name: "taper-length",
  sentence: "The taper, reckoned from the last week near the peak, has the length that suits the race.",
  reason: "Shorter, the legs stay heavy; longer, the fitness begins to leave.",
  severity: "must",
  quantity: "weeks",
  shape: "plan",
  judge: ({ plan, raceWeeks }, { peakShare, weeks }) => {
    const taper = taperWeeksOf(raceWeeks, peakShare);
    const range = weeks[plan.distance];
    return judgementOf([atLeast(taper, range.min, "breach"), atMost(taper, range.max, "breach")], "");
  },
});
