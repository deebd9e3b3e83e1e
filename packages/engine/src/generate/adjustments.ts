import type { PlanRequest } from "../athlete/request.ts";
import { weeklyMetresOf } from "../athlete/volume-tier.ts";
import { isRepeat, type Step } from "../plan/plan.ts";
import type { Adjustment, PlanWeek, Session } from "../plan/plan.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { tierMinimum } from "./entry.ts";
import type { Horizon, WeekFrame } from "./frame.ts";
import { type Policy, taperAimOf } from "./policy.ts";
import type { Runner } from "./runner.ts";
import type { Weekday } from "../units/weekday.ts";

interface Facts {
  readonly request: PlanRequest;
  readonly runner: Runner;
  readonly daysPerWeek: number;
  readonly horizon: Horizon;
  readonly frames: readonly WeekFrame[];
  readonly weeks: readonly PlanWeek[];
  readonly policy: Policy;
  readonly rulebook: Rulebook;
}

/** Every place where the plan is not what was asked for, with the law that pressed. */
export function adjustmentsOf(facts: Facts): readonly Adjustment[] {
  return [
    ...horizonShortened(facts),
    ...fewerDays(facts),
    ...movedLongRuns(facts),
    ...lowerStart(facts),
    ...baseFirst(facts),
    ...shorterLongRun(facts),
    ...finishOnly(facts),
    ...chosenTier(facts),
    ...crowdedQuality(facts),
    ...stillWithWalks(facts),
    ...shorterTaper(facts),
  ];
}

function horizonShortened({ request, horizon }: Facts): readonly Adjustment[] {
  if (request.weeks !== null || horizon.weeksAvailable <= horizon.weeks) return [];
  return [{ wish: "horizon", law: "horizon", asked: horizon.weeksAvailable, given: horizon.weeks }];
}

function fewerDays({ request, runner, daysPerWeek }: Facts): readonly Adjustment[] {
  if (daysPerWeek >= request.daysPerWeek) return [];
  const law = daysPerWeek === 6 && (runner.tier === "low" || runner.tier === "builder") ? "H4" : "E3";
  return [{ wish: "days_per_week", law, asked: request.daysPerWeek, given: daysPerWeek }];
}

/** One entry per weekday that the long run had to go to. */
function movedLongRuns({ request, frames }: Facts): readonly Adjustment[] {
  const asked = request.longRunDay;
  const movedIn = (some: readonly WeekFrame[]): readonly Weekday[] => {
    const weekdays = some.flatMap((frame) => frame.days[frame.longDay]?.weekday ?? []);
    return [...new Set(weekdays.filter((weekday) => weekday !== asked))];
  };
  const told = (law: "S5" | "T6", wished: Weekday, given: Weekday): Adjustment => ({
    wish: "long_run_day",
    law,
    asked: wished,
    given,
  });
  const [usual] = movedIn(frames);
  if (usual === undefined || !request.unavailable.includes(asked))
    return movedIn(frames).map((weekday) => told("T6", asked, weekday));
  // Its day was never free: what it has instead gives way to the race in turn. In the last seven days it does anyhow.
  const early = frames.filter(({ days }) =>
    days.some(({ daysToRace, weekday }) => weekday === asked && daysToRace >= 7),
  );
  const others = movedIn(early).filter((weekday) => weekday !== usual);
  return [told("S5", asked, usual), ...others.map((weekday) => told("T6", usual, weekday))];
}

/** A course that goes on may begin with a cutback or the taper: these are lighter whatever was asked for. */
function lowerStart({ request, weeks, rulebook }: Facts): readonly Adjustment[] {
  const first = weeks.find(({ kind }) => kind === "build")?.targetMetres;
  const asked = weeklyMetresOf(request);
  if (asked === null || first === undefined || first >= asked * rulebook.laws.V4.share.min) return [];
  return [{ wish: "weekly_metres", law: "E4", asked, given: first }];
}

/** Law L1: a peak long run under the usual one of the tier says what held it back. */
function shorterLongRun({ request, runner, weeks, rulebook }: Facts): readonly Adjustment[] {
  const usual = tierMinimum(request.distance, runner.tier, rulebook);
  const longRuns = weeks
    .flatMap((week) => week.days)
    .flatMap((day) => day.sessions)
    .filter(isLong);
  const peak = Math.max(0, ...longRuns.map((session) => session.metres));
  if (runner.tier === "builder" || peak >= usual) return [];
  return [{ wish: "long_run", law: heldBackBy(request, runner, usual, rulebook), asked: usual, given: peak }];
}

const isLong = (session: Session): boolean => session.kind === "long";

/** The hours of law L6, the day's limit, or else growth in too few weeks (law L3). */
function heldBackBy(request: PlanRequest, runner: Runner, usual: number, { laws }: Rulebook): string {
  if (laws.L6.secondsMax[request.distance] / runner.easySecondsPerMetre < usual) return "L6";
  return runner.dayMetresMax[runner.longRunDay] < usual ? "S5" : "L3";
}

/** Too few weeks to train for the race, enough to get through it: nothing new and nothing hard. */
const finishOnly = ({ runner }: Facts): readonly Adjustment[] =>
  runner.finishOnly ? [{ wish: "finish", law: "horizon", asked: null, given: null }] : [];

const baseFirst = ({ request, runner, weeks }: Facts): readonly Adjustment[] =>
  runner.baseWeeksMin === 0
    ? []
    : [
        {
          wish: "base_block",
          law: "E1",
          asked: weeklyMetresOf(request),
          given: weeks.filter((week) => week.phase === "base").length,
        },
      ];

/** A tier of one's own choice stands; what it changes is told in numbers. */
function chosenTier({ runner }: Facts): readonly Adjustment[] {
  if (runner.unchosen === null) return [];
  const { tier, entry } = runner.unchosen;
  const told = (
    wish: Adjustment["wish"],
    asked: number | string,
    given: number | string,
  ): readonly Adjustment[] => (asked === given ? [] : [{ wish, law: "V9", asked, given }]);
  return [
    ...told("tier", runner.tier, tier),
    ...told("tier_peak", Math.round(runner.peakMetres), Math.round(entry.peakMetres)),
    ...told("tier_long_run", Math.round(runner.longRunPeakMetres), Math.round(entry.longRunPeakMetres)),
  ];
}

/** Masters whose days leave no room for their recovery: the fewest hours between two quality sessions. */
function crowdedQuality({ runner, weeks }: Facts): readonly Adjustment[] {
  const quality = weeks
    .flatMap((week) => week.days)
    .flatMap((day, index) =>
      day.sessions.some((session) => session.quality && session.kind !== "race") ? [index] : [],
    );
  const gaps = quality.slice(1).map((day, index) => day - (quality[index] ?? day));
  const least = Math.min(runner.qualityGapDays, ...gaps);
  return least === runner.qualityGapDays
    ? []
    : [{ wish: "recovery_hours", law: "H1", asked: runner.qualityGapDays * 24, given: least * 24 }];
}

/** Too few weeks for the whole ladder: the longest running without a break in the weeks before the race. */
function stillWithWalks({ runner, weeks, rulebook }: Facts): readonly Adjustment[] {
  if (runner.runWalk === null) return [];
  const training = weeks.flatMap((week) => week.days).flatMap((day) => day.sessions);
  const unbroken = Math.max(0, ...training.flatMap((session) => session.steps).map(longestRunning));
  const { unbrokenSeconds } = rulebook.builder;
  return unbroken >= unbrokenSeconds
    ? []
    : [
        {
          wish: "run_walk",
          law: "horizon",
          asked: Math.round(unbrokenSeconds / 60),
          given: Math.round(unbroken / 60),
        },
      ];
}

const longestRunning = (step: Step): number =>
  isRepeat(step) ? Math.max(...step.steps.map(longestRunning)) : step.zone === "easy" ? step.seconds : 0;

/** A taper given up for one week more to build in: the only way in which a longer plan may have a shorter phase. */
function shorterTaper({ request, horizon, policy, rulebook }: Facts): readonly Adjustment[] {
  const asked = taperAimOf(rulebook.races[request.distance], horizon.weeks, rulebook);
  const given = policy.taperWeeks;
  return given >= asked ? [] : [{ wish: "taper", law: "T1", asked, given }];
}
