import { sum } from "../plan/facts.ts";
import type { OptionFacts, PlanFacts, RunFacts, WeekFacts } from "../plan/measured-plan.ts";
import { workPiecesOf } from "../plan/pieces.ts";
import { zonesOf } from "../plan/stimulus.ts";
import type { Reason } from "../reason/reason.ts";
import type { Neighbour } from "../reason/session-reason.ts";
import type { WeekAfterBreak } from "../reason/week-reason.ts";
import { type Finding, holdsOrBreaks } from "./judgement.ts";

/**
 * Numbers of reasons that the plan itself holds: distances, times and shares of a session, its week and its
 * neighbours. A reason is told for the options that were chosen then, so that a number agrees when any choice leads
 * to it. What is past was explained when it was to come, and is left alone.
 */
export function reasonNumberFindings(facts: PlanFacts): readonly Finding[] {
  if (facts.plan.phases === undefined) return [];
  const from = facts.change?.from ?? Number.NEGATIVE_INFINITY;
  return facts.weeks
    .filter((week) => week.days.every(({ epochDay }) => epochDay >= from) && !agrees(week, facts))
    .map(({ number }) => holdsOrBreaks(false, "a number in a reason is not the plan's", number));
}

const agrees = (week: WeekFacts, facts: PlanFacts): boolean =>
  (week.source.why ?? []).every((reason) => weekAgrees(reason, week, facts)) &&
  week.days.every(({ runs }) =>
    runs.every((run) => (run.session.why ?? []).every((reason) => runAgrees(reason, run, week, facts))),
  );

function weekAgrees(reason: Reason, week: WeekFacts, { knownWeeklyMetres, change }: PlanFacts): boolean {
  switch (reason.kind) {
    case "first_week":
      return isWeek(reason.metres, week) && reason.knownMetres === knownWeeklyMetres;
    case "peak_week":
    case "week_mix":
    case "return_week":
      return isWeek(reason.metres, week);
    case "week_after_break":
      return isWeek(reason.metres, week) && isAfterBreak(reason, change);
    case "hard_long_run":
      return isWeek(reason.metres, week) && week.runs.some((run) => isWork(reason.workSeconds, run));
    case "long_step":
      return reason.step <= reason.steps && week.runs.some((run) => isRun(reason.metres, run));
    case "build_week":
      return isWeek(reason.metres, week) && isShare(1 + reason.growth, reason.metres, reason.lastMetres);
    case "resumed_week":
      return isWeek(reason.metres, week) && isShare(reason.share, reason.metres, reason.lastBuildMetres);
    case "cutback_week":
      return isWeek(reason.metres, week) && isShare(1 - reason.depth, reason.metres, reason.buildMetres);
    case "taper_week":
      return isWeek(reason.metres, week) && isShare(reason.share, reason.metres, reason.peakMetres);
    case "race_week":
      return (
        isWeek(reason.metres, week) &&
        isShare(reason.share, reason.metres, reason.peakMetres) &&
        isNear(reason.raceMetres, week.raceMetres)
      );
    default:
      return true;
  }
}

const isAfterBreak = (
  { days, lastMetres, metres, share }: WeekAfterBreak,
  change: PlanFacts["change"],
): boolean =>
  change?.everyBreak.some((one) => one.days === days) === true &&
  (share === null || lastMetres === null ? share === lastMetres : isShare(share, metres, lastMetres));

function runAgrees(reason: Reason, run: RunFacts, week: WeekFacts, facts: PlanFacts): boolean {
  switch (reason.kind) {
    case "block_step":
    case "light_session":
    case "taper_touch":
    case "long_inside":
    case "rehearsal":
    case "strides":
      return workAgrees(reason, run, week);
    case "spaced_day":
      return neighbourAgrees(reason.before, run, -1, facts) && neighbourAgrees(reason.after, run, 1, facts);
    case "easy_after":
      return neighbourAgrees(reason.after, run, -1, facts);
    case "easy_before":
      return neighbourAgrees(reason.before, run, 1, facts);
    case "long_hours":
    case "day_limit":
      return run.options.some(({ seconds }) => isNear(seconds, reason.seconds));
    default:
      return distanceAgrees(reason, run, week);
  }
}

type OfWork = Extract<
  Reason,
  { kind: "block_step" | "light_session" | "taper_touch" | "long_inside" | "rehearsal" | "strides" }
>;

function workAgrees(reason: OfWork, run: RunFacts, week: WeekFacts): boolean {
  switch (reason.kind) {
    case "rehearsal":
      return isDay(reason, run) && isWorkMetres(reason.workMetres, run);
    case "strides":
      return run.options.some(({ pieces }) => workPiecesOf(pieces).length === reason.pieces);
    case "taper_touch":
      return isDay(reason, run) && isWork(reason.workSeconds, run);
    case "block_step":
      return (
        reason.step <= reason.steps &&
        isWork(reason.workSeconds, run) &&
        isWorkMetres(reason.workMetres, run) &&
        isWeek(reason.weekMetres, week) &&
        isShare(reason.share, reason.workMetres, reason.weekMetres)
      );
    default:
      return isWork(reason.workSeconds, run);
  }
}

function distanceAgrees(reason: Reason, run: RunFacts, week: WeekFacts): boolean {
  switch (reason.kind) {
    case "long_step":
      return reason.step <= reason.steps && isRun(reason.metres, run);
    case "long_share":
      return (
        isRun(reason.metres, run) &&
        isWeek(reason.weekMetres, week) &&
        isShare(reason.share, reason.metres, reason.weekMetres)
      );
    case "long_cutback":
      return isRun(reason.metres, run) && isShare(reason.share, reason.metres, reason.lastMetres);
    case "long_taper":
      return (
        isDay(reason, run) &&
        isRun(reason.metres, run) &&
        isShare(reason.share, reason.metres, reason.peakMetres)
      );
    case "second_longest":
      return isRun(reason.metres, run) && isShare(reason.share, reason.metres, reason.longRunMetres);
    case "easy_distance":
      return isRun(reason.metres, run) && isWeek(reason.weekMetres, week);
    case "tune_up_race":
      return isDay(reason, run) && isRun(reason.metres, run);
    case "the_race":
    case "race_pacing":
    case "race_after_break":
    case "race_eve":
      return isRun(reason.metres, run);
    default:
      return true;
  }
}

/** Distances and times in a plan are whole metres and seconds, sums of them as well. */
const NEAR = 1;
/** Shares are told to the ten-thousandth. */
const NEAR_SHARE = 0.0002;

const isNear = (measured: number, told: number): boolean => Math.abs(measured - told) <= NEAR;

const isBetween = (told: number, least: number, most: number): boolean =>
  told >= least - NEAR && told <= most + NEAR;

const isWeek = (told: number, { metresLeast, metresMost }: WeekFacts): boolean =>
  isBetween(told, metresLeast, metresMost);

const isRun = (told: number, { metresLeast, metresMost }: RunFacts): boolean =>
  isBetween(told, metresLeast, metresMost);

const isShare = (told: number, part: number, whole: number): boolean =>
  whole > 0 && Math.abs(told - part / whole) <= NEAR_SHARE;

const isDay = ({ daysToRace }: { readonly daysToRace: number }, run: RunFacts): boolean =>
  daysToRace === run.daysToRace;

const EFFORTS = ["race_pace", "threshold", "interval", "repetition"] as const;

/** All work of an option, or what it holds of one effort. */
const isWork = (told: number, { options }: RunFacts): boolean =>
  options.some((option) => worksOf(option, "seconds").some((seconds) => isNear(seconds, told)));

const isWorkMetres = (told: number, { options }: RunFacts): boolean =>
  options.some((option) => worksOf(option, "metres").some((metres) => isNear(metres, told)));

const worksOf = ({ pieces, doses }: OptionFacts, of: "metres" | "seconds"): readonly number[] => [
  sum(workPiecesOf(pieces), (piece) => piece[of]),
  ...EFFORTS.map((effort) => sum(zonesOf(effort), (zone) => doses[of][zone])),
];

/** A neighbour stands that many days away, and is as long as is said of it. */
const neighbourAgrees = (
  neighbour: Neighbour | null,
  { epochDay }: RunFacts,
  direction: 1 | -1,
  { dayAt }: PlanFacts,
): boolean =>
  neighbour === null ||
  (dayAt.get(epochDay + direction * neighbour.days)?.runs.some((run) => isRun(neighbour.metres, run)) ??
    false);
