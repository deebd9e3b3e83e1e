import type { PlanFacts, WeekFacts } from "../plan/measured-plan.ts";
import { sum } from "../plan/facts.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { atMost, holdsOrBreaks, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";

export const baseWithoutThreshold = defineLaw({
  id: "I5",
  name: "base-without-threshold",
  sentence: "The base phase holds no threshold and no marathon pace; strides and short hills are welcome.",
  reason: "Base builds the frame; threshold work early peaks early.",
  severity: "must",
  quantity: "count",
  shape: "plan",
  judge: (facts, limits) =>
    judgementOf(
      facts.weeks
        .filter((week) => week.source.phase === "base")
        .flatMap((week) => [...specificFindings(week, facts), ...speedFindings(week, facts, limits)]),
      "the plan has no base phase",
    ),
});

/** A progression that ends at marathon pace for a few minutes is no marathon-pace block. */
function specificFindings(week: WeekFacts, { rules }: PlanFacts): readonly Finding[] {
  const { marathonPaceSecondsMin } = rules.laws.H1;
  return week.runs
    .filter((run) => run.kind !== "tune_up_race")
    .map(({ kind, doses: { seconds } }) => {
      const pace = seconds.marathon + seconds.half_marathon;
      const isBlock = pace >= marathonPaceSecondsMin || kind === "race_pace";
      const specific = seconds.threshold + seconds.ten_k + (isBlock ? pace : 0);
      const isSpecific = specific > 0 || kind === "threshold" || kind === "race_pace";
      return holdsOrBreaks(!isSpecific, "specific work in the base phase", week.number);
    });
}

function speedFindings(week: WeekFacts, { plan }: PlanFacts, limits: LawLimits["I5"]): readonly Finding[] {
  const speed = sum(week.runs, (run) => (run.quality && run.kind !== "tune_up_race" ? 1 : 0));
  const isExperienced = plan.tier !== "builder" && plan.tier !== "low";
  const isShortRace = plan.distance === "5k" || plan.distance === "10k";
  const most = isExperienced && isShortRace ? limits.speedSessionsMax : 0;
  const why = "a speed session in base is for experienced 5K and 10K runners";
  return [
    atMost(speed, limits.speedSessionsMax, "breach", { week: week.number }),
    atMost(speed, most, "flag", { week: week.number, why }),
  ];
}
