import { atMost, judgementOf } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const noQualityInARow = defineLaw({
  id: "H1",
  name: "no-quality-in-a-row",
  sentence: "No two quality days follow one another, also across the week's edge; the race counts as one.",
  reason: "Hard days work because easy days surround them.",
  severity: "must",
  quantity: "days",
  shape: "plan",
  judge: ({ days, dayAt }) => {
    const hard = days.filter((day) => day.quality);
    const findings = hard.map((day) => {
      const follows = dayAt.get(day.epochDay - 1)?.quality === true;
      return atMost(follows ? 2 : 1, 1, "breach", { week: day.week });
    });
    return judgementOf(findings, "the plan has no quality day");
  },
});
