import { lastCompletedMetres } from "../checks/back-after-a-break.ts";
import { returnRowOf } from "../checks/return-row.ts";
import { needsMastersRecovery } from "../athlete/masters.ts";
import type { PlanFacts, WeekFacts } from "../plan/measured-plan.ts";
import { hardDaysUsual } from "../plan/quality.ts";
import { weeksToRaceOf } from "./calendar.ts";
import { peakWeekReason } from "./phase-reasons.ts";
import type { Adjusted, Reason } from "./reason.ts";
import { rounded, shareOf } from "./share.ts";
import { isHardSession, type Story } from "./story.ts";
import type { WeekReason } from "./week-reason.ts";

/** Why a week has its size and its kind, what is special about it, and how hard and easy stand in it. */
export function weekReasonsOf(week: WeekFacts, story: Story): readonly Reason[] {
  if (week.metres === 0 && week.raceMetres === 0) return [returnReason(week, story.facts)];
  const back = afterBreakReason(week, story.facts);
  const size = back !== null && week.source.kind === "return" ? null : sizeReason(week, story.facts);
  const step = story.stairs.get(week.number);
  const long = hardLongRunReason(week, story);
  const peak = week === story.peakWeek && week.source.kind === "build" ? peakWeekReason(story) : null;
  return [
    ...(back === null ? [] : [back]),
    ...(size === null ? [] : [size]),
    ...(peak === null ? [] : [peak]),
    ...(step === undefined ? [] : [step]),
    ...(long === null ? [] : [long]),
    ...(size !== null && week.source.kind === "race" ? [] : [mixOf(week, story)]),
    ...adjustedIn(week, story.facts),
  ];
}

/** Null where a plan from outside has nothing to measure the week by. */
function sizeReason(week: WeekFacts, facts: PlanFacts): WeekReason | null {
  switch (week.source.kind) {
    case "build":
      return buildReason(week, facts);
    case "cutback":
      return cutbackReason(week, facts);
    case "taper":
      return taperReason(week, facts);
    case "race":
      return raceReason(week, facts);
    case "tune_up":
      return tuneUpReason(week);
    case "return":
      return returnReason(week, facts);
  }
}

const before = (week: WeekFacts, { weeks }: PlanFacts): readonly WeekFacts[] =>
  weeks.slice(0, weeks.indexOf(week));

const lastBuildBefore = (week: WeekFacts, facts: PlanFacts): WeekFacts | undefined =>
  before(week, facts).findLast(({ source }) => source.kind === "build");

function buildReason(week: WeekFacts, facts: PlanFacts): WeekReason {
  const { metres } = week;
  const last = lastBuildBefore(week, facts);
  if (last === undefined || last.metres === 0)
    return { kind: "first_week", law: "V4", metres, knownMetres: facts.knownWeeklyMetres };
  const growth = rounded(metres / last.metres - 1);
  return before(week, facts).at(-1)?.source.kind === "cutback"
    ? {
        kind: "resumed_week",
        law: "V6",
        metres,
        lastBuildMetres: last.metres,
        share: shareOf(metres, last.metres),
      }
    : { kind: "build_week", law: "V2", metres, lastMetres: last.metres, growth };
}

function cutbackReason(week: WeekFacts, facts: PlanFacts): WeekReason | null {
  const build = lastBuildBefore(week, facts);
  if (build === undefined || build.metres === 0) return null;
  const { request, tier } = facts.plan;
  const { mastersStreakMax, streakMax } = facts.rules.laws.V5;
  const binds = needsMastersRecovery(request, facts.rules.laws.V5);
  return {
    kind: "cutback_week",
    law: "V5",
    metres: week.metres,
    buildMetres: build.metres,
    depth: rounded(1 - week.metres / build.metres),
    streak: streakBefore(week, facts),
    streakMax: binds ? Math.min(mastersStreakMax, streakMax[tier]) : streakMax[tier],
    age: binds ? request.age : null,
  };
}

/** Build weeks in a row right before a week. */
function streakBefore(week: WeekFacts, facts: PlanFacts): number {
  const weeks = before(week, facts);
  const pause = weeks.findLastIndex(({ source }) => source.kind !== "build" && source.kind !== "tune_up");
  return weeks.length - 1 - pause;
}

function taperReason(week: WeekFacts, { peakWeekMetres }: PlanFacts): WeekReason | null {
  const weeksToRace = weeksToRaceOf(week);
  if (peakWeekMetres === 0 || weeksToRace === null) return null;
  return {
    kind: "taper_week",
    law: "T2",
    metres: week.metres,
    peakMetres: peakWeekMetres,
    share: shareOf(week.metres, peakWeekMetres),
    weeksToRace,
  };
}

function raceReason({ metres, raceMetres }: WeekFacts, { peakWeekMetres }: PlanFacts): WeekReason | null {
  if (peakWeekMetres === 0) return null;
  const share = shareOf(metres, peakWeekMetres);
  return { kind: "race_week", law: "T2", metres, peakMetres: peakWeekMetres, share, raceMetres };
}

const tuneUpReason = ({ tuneUp }: WeekFacts): WeekReason | null =>
  tuneUp === null
    ? null
    : { kind: "tune_up_week", law: "H5", raceMetres: tuneUp.metres, daysToRace: tuneUp.daysToRace };

const returnReason = (week: WeekFacts, facts: PlanFacts): WeekReason => ({
  kind: "return_week",
  rule: "return",
  metres: week.metres,
  lastMetres: before(week, facts).findLast(({ metres }) => metres > 0)?.metres ?? null,
});

/** Law C2: a week that begins what comes after a break says so, whatever its kind. */
function afterBreakReason(week: WeekFacts, facts: PlanFacts): WeekReason | null {
  const { change, rules } = facts;
  const { metres, days } = week;
  for (const { days: lost, first, firstRun } of change?.everyBreak ?? []) {
    const row = returnRowOf(lost, rules.laws.C2);
    const isIn = (from: number, to: number): boolean =>
      days.some(({ epochDay }) => epochDay >= from && epochDay <= to);
    if (row === null || metres === 0) continue;
    const isSized = row.weekShare !== null;
    if (!isIn(firstRun, firstRun + (isSized && week.source.kind === "return" ? 6 : 0))) continue;
    const lastMetres = isSized ? lastCompletedMetres(facts, first) : null;
    const share = lastMetres === null ? null : shareOf(metres, lastMetres);
    return {
      kind: "week_after_break",
      law: "C2",
      metres,
      days: lost,
      easyRuns: row.easyRuns,
      lastMetres,
      share,
    };
  }
  return null;
}

/** Where the hard days that a week of this size takes are filled by its long run, none is left for the others. */
function hardLongRunReason(week: WeekFacts, { facts, rulebook, works }: Story): WeekReason | null {
  const { metres, runDays } = week;
  const hard = week.runs.filter(isHardSession);
  const [only] = hard;
  const work = only?.kind === "long" && hard.length === 1 ? works.get(only) : undefined;
  if (work === undefined || week.source.kind !== "build") return null;
  const hardDays = hardDaysUsual(facts.plan.distance, week, rulebook.quality);
  if (hardDays !== hard.length) return null;
  const { effort, seconds: workSeconds } = work;
  return { kind: "hard_long_run", rule: "quality", effort, workSeconds, metres, runDays, hardDays };
}

function mixOf(week: WeekFacts, { works, easyShares }: Story): WeekReason {
  const hard = week.days.flatMap((day) => day.runs.filter(isHardSession));
  return {
    kind: "week_mix",
    law: "I1",
    metres: week.metres,
    easyShare: easyShares.get(week.number) ?? 1,
    hardDays: new Set(hard.map(({ epochDay }) => epochDay)).size,
    efforts: hard.flatMap((run) => works.get(run)?.effort ?? []),
  };
}

/** Wishes that gave way in this very week: the start of the plan, and its longest run. */
function adjustedIn(week: WeekFacts, { plan, weeks, peakLongRun }: PlanFacts): readonly Adjusted[] {
  return plan.adjustments
    .filter(({ wish }) => {
      if (wish === "weekly_metres") return week === weeks[0];
      return wish === "long_run" && week.number === peakLongRun?.week;
    })
    .map((adjustment) => ({ kind: "adjusted", ...adjustment }));
}
