import { holdsThreshold } from "../plan/stimulus.ts";
import type { WeekFacts } from "../plan/measured-plan.ts";
import { sum } from "../plan/facts.ts";
import { atMost, judgementOf } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const racePaceOrThreshold = defineLaw({
  id: "H6",
  name: "race-pace-or-threshold",
  sentence:
    "The week of a long run at marathon pace holds no threshold session, unless its distance is large.",
  reason: "Both draw on the same reserves; only a large week carries the two.",
  severity: "default",
  quantity: "count",
  shape: "plan",
  judge: ({ weeks, rules }, { weekMetresMin }) => {
    const words = rules.laws.H1;
    const hasRacePace = ({ longRun, metres }: WeekFacts): boolean =>
      metres < weekMetresMin &&
      (longRun?.options.some(({ doses }) => doses.seconds.marathon >= words.marathonPaceSecondsMin) ?? false);
    return judgementOf(
      weeks.filter(hasRacePace).map((week) => {
        const sessions = sum(week.runs, (run) =>
          run.kind !== "long" && run.options.some((option) => holdsThreshold(option, words)) ? 1 : 0,
        );
        return atMost(sessions, 0, "flag", { week: week.number });
      }),
      "no long run with marathon pace in a week that is too small for both",
    );
  },
});
