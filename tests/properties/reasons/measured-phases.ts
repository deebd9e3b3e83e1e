import { type PhaseReason, type PlanWeek, STRESSES } from "@strideiq/engine";
import { realRulebook } from "@strideiq/testing";
import type { Expected, Place } from "./measured.ts";
import { added, metresOf, peakOf, type PlanRead, type RunRead, shareEasy, trainingOf } from "./reading.ts";

const rulebook = realRulebook();

const weeksOf = ({ phase, read: { plan } }: Place): readonly PlanWeek[] =>
  plan.weeks.filter(({ week }) => week >= phase.firstWeek && week <= phase.lastWeek);

/** Weeks from the last week of nearly the peak to the race, as race weeks count: seven days that end on race day. */
function taperWeeks({ runs, plan }: PlanRead): number {
  const metres = plan.weeks.map(
    (_, index) =>
      added(runs.filter(({ daysToRace, kind }) => Math.floor(daysToRace / 7) === index && kind !== "race"))
        .metres,
  );
  const { peakShare } = rulebook.laws.T1;
  return metres.findIndex((one) => one >= peakShare * Math.max(...metres));
}

/** The last week of the most metres. */
function biggestWeek(read: PlanRead): {
  readonly week: number;
  readonly metres: number;
  readonly weeksToRace: number;
} {
  const metres = peakOf(read);
  const week = read.plan.weeks.findLast((one) => metresOf(read, one) === metres);
  const last = read.runs.find((run) => run.week === week);
  const index = week?.days.findIndex(({ date }) => date === last?.date) ?? 0;
  return {
    week: week?.week ?? 0,
    metres,
    weeksToRace: Math.ceil(((last?.daysToRace ?? 0) - (6 - index)) / 7),
  };
}

const hardIn = (place: Place): readonly RunRead[] =>
  trainingOf(place.read, weeksOf(place)).filter(({ effort, isHard }) => isHard && effort !== "endurance");

export const EXPECTED_OF_PHASES: Expected<
  PhaseReason["kind"] | "no_result" | "masters" | "days_kept" | "adjusted"
> = {
  phase_purpose: (_, place) => ({
    sessions: STRESSES.map((effort) => ({
      effort,
      count: hardIn(place).filter((run) => run.effort === effort).length,
    })).filter(({ count }) => count > 0),
  }),
  phase_length: (_, place) => {
    const { plan } = place.read;
    const { mesocycles } = rulebook.races[plan.distance];
    const before = plan.weeks.filter(({ phase }) => phase !== "taper").length;
    const weights = mesocycles.reduce((total, { weight }) => total + weight, 0);
    const weight = mesocycles.find(({ phase }) => phase === place.phase.phase)?.weight ?? 0;
    const weeks = weeksOf(place).length;
    return { weeks, weeksBeforeTaper: before, share: weeks / before, usualShare: weight / weights };
  },
  base_first: (_, { read: { plan }, ...place }) => ({
    weeks: weeksOf({ read: { plan, runs: [] }, ...place }).length,
    weeklyMetres: knownWeekOf(plan.request),
    entryMetres: rulebook.laws.E1.entryMetres[plan.distance],
  }),
  easy_base: (_, place) => ({ easyShare: shareEasy(trainingOf(place.read, weeksOf(place))) }),
  block_grows: (_, place) => {
    const block = hardIn(place).filter(
      ({ effort, kind, week }) => effort === "threshold" && kind !== "long" && week.kind === "build",
    );
    const seconds = block.map(({ work }) => work.seconds);
    return { sessions: block.length, firstSeconds: seconds[0], mostSeconds: Math.max(...seconds) };
  },
  peak_week: (_, { read }) => biggestWeek(read),
  taper_length: (_, { read }) => {
    const { distance } = read.plan;
    const { min, max } = rulebook.laws.T1.weeks[distance];
    return {
      weeks: taperWeeks(read),
      weeksMin: min,
      weeksMax: max,
      weeksAim: rulebook.races[distance].taper.weeksAim,
    };
  },
  taper_falls: (_, place) => ({
    peakMetres: peakOf(place.read),
    weekMetres: weeksOf(place).map((week) => metresOf(place.read, week)),
  }),
  no_result: () => ({}),
  masters: (_, { read: { plan } }) => {
    const { mastersFromAge, mastersStreakAim, mastersStreakMax, streakMax } = rulebook.laws.V5;
    return {
      age: plan.request.age,
      fromAge: mastersFromAge,
      streakAim: mastersStreakAim,
      streakMax: Math.min(mastersStreakMax, streakMax[plan.tier]),
    };
  },
  days_kept: ({ limits }, { read: { plan } }) => ({
    limits: limits.map(({ weekday }) => ({ seconds: plan.request.dayLimits[weekday] })),
  }),
  adjusted: ({ law, wish }, { read: { plan } }) =>
    plan.adjustments.find((adjustment) => adjustment.law === law && adjustment.wish === wish),
};

/** The mean of the last weeks, where the runner has told them. */
export function knownWeekOf({ history, weeklyMetres }: PlanRead["plan"]["request"]): number | null {
  if (weeklyMetres !== null || history === null) return weeklyMetres;
  const last = history.weeks.slice(-WEEKS_KNOWN);
  return last.length === 0
    ? null
    : added(last.map(({ metres }) => ({ metres, seconds: 0 }))).metres / last.length;
}

const WEEKS_KNOWN = 4;
