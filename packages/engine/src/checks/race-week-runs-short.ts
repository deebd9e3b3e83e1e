import { atMost, judgementOf } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const raceWeekRunsShort = defineLaw({
  id: "T6",
  name: "race-week-runs-short",
  sentence: "In the seven days that end with the race no other run is long.",
  reason: "The race is that week's long run.",
  severity: "must",
  quantity: "distance",
  shape: "plan",
  judge: ({ plan, runs }, { metresMax }) =>
    judgementOf(
      runs
        .filter((run) => !run.isGoalRace && run.daysToRace >= 0 && run.daysToRace < 7)
        .map((run) => atMost(run.metresMost, metresMax[plan.tier], "breach", { week: run.week })),
      "no other run in race week",
    ),
});
