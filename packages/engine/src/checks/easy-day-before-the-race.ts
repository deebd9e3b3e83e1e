import { sum } from "../plan/facts.ts";
import type { SessionKind } from "../plan/vocabulary.ts";
import { atMost, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

const EASY_KINDS: readonly SessionKind[] = ["easy", "recovery", "strides"];

export const easyDayBeforeTheRace = defineLaw({
  id: "S2",
  name: "easy-day-before-the-race",
  sentence: "The day before the race is rest or a short easy run.",
  reason: "Nothing trained on that day helps on the next, and much of it costs.",
  severity: "must",
  quantity: "distance",
  shape: "plan",
  judge: ({ plan, days }, { metresMax, metresAim }) => {
    const runs = days.filter((day) => day.daysToRace === 1).flatMap((day) => day.runs);
    const metres = sum(runs, (run) => run.metresMost);
    const week = runs[0]?.week;
    const more = week === undefined ? {} : { week };
    const hard = runs.filter((run) => run.quality || !EASY_KINDS.includes(run.kind));
    const findings: Finding[] = [
      atMost(metres, metresMax, "breach", more),
      atMost(metres, metresAim[plan.tier], "flag", more),
    ];
    if (hard.length > 0)
      findings.push(
        atMost(hard.length, 0, "breach", {
          ...more,
          quantity: "count",
          why: "the run before the race is not easy",
        }),
      );
    return judgementOf(findings, "");
  },
});
