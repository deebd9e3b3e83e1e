import { atMost, judgementOf, notApplicable } from "./judgement.ts";
import { defineLaw } from "./law.ts";

const DAYS_WITH_ONE_OFF = 6;

export const aDayOff = defineLaw({
  id: "H4",
  name: "a-day-off",
  sentence: "Builders and low-volume runners have a day without running in every week.",
  reason: "Bones and tendons adapt more slowly than lungs, and need the pause longest.",
  severity: "must",
  quantity: "days",
  shape: "plan",
  judge: ({ plan, weeks }) => {
    if (plan.tier !== "low" && plan.tier !== "builder")
      return notApplicable("for builders and low-volume runners only");
    return judgementOf(
      weeks.map((week) => atMost(week.runDays, DAYS_WITH_ONE_OFF, "breach", { week: week.number })),
      "the plan has no weeks",
    );
  },
});
