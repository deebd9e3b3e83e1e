import { isLostDay, isReturnWeek } from "../plan/change-facts.ts";
import type { PlanFacts, RunFacts, WeekFacts } from "../plan/measured-plan.ts";
import type { LawLimits } from "../rulebook/law-limits.ts";
import { atMost, judgementOf, type Finding } from "./judgement.ts";
import { defineLaw } from "./law.ts";
import { itemAt } from "../result/item-at.ts";

type Limits = LawLimits["L2"];

export const longRunIsLongest = defineLaw({
  id: "L2",
  name: "long-run-is-longest",
  sentence:
    "The long run is clearly the longest run of every week but race week, and the second longest never stands on the day before it.",
  reason: "A week with two long runs has none: both are run tired.",
  severity: "must",
  quantity: "share",
  shape: "plan",
  judge: (facts, limits) => {
    const findings: Finding[] = [];
    for (const week of facts.weeks) findings.push(...weekFindings(week, facts, limits));
    for (const run of facts.longRuns)
      findings.push(...dayBeforeFindings(run, facts), ...tuneUpFindings(run, facts, limits));
    return judgementOf(findings, "the plan has no week before race week");
  },
});

/** In a calendar week that reaches into the last seven days the long run is free to be missing, not to be second. */
function weekFindings(week: WeekFacts, facts: PlanFacts, limits: Limits): readonly Finding[] {
  const { change } = facts;
  const more = { week: week.number };
  const longest = longestOfWeek(week);
  if (longest === null) {
    const isLost = isReturnWeek(week, change) || week.days.some((day) => isLostDay(change, day));
    if (isLost) return takenOverFindings(week, facts, limits);
    const missing = { quantity: "count", ...more, why: "the week has no long run" } as const;
    return week.touchesRaceWeek ? [] : [{ verdict: "breach", measured: 0, limit: 1, ...missing }];
  }
  const others = week.runs.filter((run) => run !== week.longRun && run !== week.tuneUp);
  if (others.length === 0 || (week.touchesRaceWeek && week.longRun === null)) return [];
  const share = Math.max(...others.map((run) => run.metresMost)) / longest.metresLeast;
  const why = { why: "the second longest run comes close to the long run" };
  return [
    atMost(share, limits.secondShareMax, "breach", { ...more, ...why }),
    atMost(share, limits.secondShareAim, "flag", { ...more, ...why }),
  ];
}

/** A week that lost its long run keeps its other runs: none of them comes near the long runs of the month before. */
function takenOverFindings(
  week: WeekFacts,
  { longRuns, rules }: PlanFacts,
  limits: Limits,
): readonly Finding[] {
  const first = itemAt(week.days, 0).epochDay;
  const month = longRuns.filter(({ epochDay }) => epochDay < first && epochDay >= first - rules.laws.L3.days);
  const others = week.runs.filter((run) => !run.isGoalRace);
  if (month.length === 0 || others.length === 0) return [];
  const longest = Math.max(...month.map((run) => run.metresMost));
  const share = Math.max(...others.map((run) => run.metresMost)) / longest;
  const why = "a run takes the place of a lost long run";
  return [atMost(share, limits.secondShareMax, "breach", { week: week.number, why })];
}

/** A tune-up race may stand in the place of the long run. */
function longestOfWeek({ longRun, tuneUp }: WeekFacts): RunFacts | null {
  if (longRun === null || tuneUp === null) return longRun ?? tuneUp;
  return longRun.metres >= tuneUp.metres ? longRun : tuneUp;
}

/** Options may decide which of two runs is the second longest: some choice of them is enough to break the law. */
function dayBeforeFindings(long: RunFacts, { dayAt, weeks }: PlanFacts): readonly Finding[] {
  const dayBefore = dayAt.get(long.epochDay - 1);
  const before = dayBefore?.runs
    .filter((run) => run.kind !== "tune_up_race")
    .sort((a, b) => b.metresMost - a.metresMost)[0];
  if (before === undefined) return [];
  const week = weeks.find((other) => other.number === before.week);
  const others = week?.runs.filter((run) => run.kind !== "long" && run.kind !== "tune_up_race") ?? [];
  const mayBeSecond = others.every((run) => run === before || run.metresLeast < before.metresMost);
  if (!mayBeSecond || before.kind === "long") return [];
  return [
    {
      verdict: "breach",
      measured: 1,
      limit: 0,
      quantity: "count",
      week: before.week,
      why: "the second longest run stands on the day before the long run",
    },
  ];
}

function tuneUpFindings(
  long: RunFacts,
  { dayAt, peakLongRun }: PlanFacts,
  limits: Limits,
): readonly Finding[] {
  const raced = dayAt.get(long.epochDay - 1)?.runs.some((run) => run.kind === "tune_up_race") ?? false;
  if (!raced || peakLongRun === null) return [];
  const share = long.metresMost / peakLongRun.metres;
  const why = "the long run after a tune-up race is not easy enough";
  return [
    atMost(share, limits.afterTuneUpShareMax, "breach", { week: long.week, why }),
    ...(long.quality
      ? [{ verdict: "breach", measured: 1, limit: 0, quantity: "count", week: long.week, why } as const]
      : []),
  ];
}
