import type { PlanRequest } from "../athlete/request.ts";
import type { RaceDistance, VolumeTier } from "../plan/vocabulary.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Rung } from "../rulebook/workout-definition.ts";
import { MARGINS } from "../volume/margins.ts";

/** The run-walk ladder of the library, and the stage at which this runner begins. */
export interface RunWalkStart {
  readonly rungs: readonly Rung[];
  readonly firstStage: number;
}

interface Shown {
  readonly tier: VolumeTier;
  readonly weeklyMetres: number | null;
  readonly longestMetres: number | null;
  readonly easySecondsPerMetre: number;
}

/**
 * Whether a runner begins with walks: builders who have shown neither half an hour without a break nor a race,
 * and those whose week is too small for three real runs. They begin well within what they have shown.
 */
export function runWalkStartOf(request: PlanRequest, shown: Shown, rulebook: Rulebook): RunWalkStart | null {
  const { builder } = rulebook;
  if (shown.tier !== "builder") return null;
  const seconds = shownSeconds(shown, rulebook);
  const hasRun = seconds >= builder.unbrokenSeconds || request.result !== null;
  if (hasRun && carriesRealRuns(shown.weeklyMetres, rulebook)) return null;
  const rungs = rulebook.workouts.find(({ id }) => id === RUN_WALK)?.rungs ?? [];
  const most = Math.min(seconds, builder.unbrokenSeconds) * builder.firstPieceShare;
  const firstStage = rungs.findLastIndex((rung) => runSecondsOf(rung) <= most);
  return rungs.length === 0 ? null : { rungs, firstStage: Math.max(0, firstStage) };
}

const RUN_WALK = "run-walk";

/** The longest unbroken running that is known or may be taken for known, in seconds at easy pace. */
function shownSeconds(shown: Shown, { longRun }: Rulebook): number {
  const { weeklyMetres, longestMetres, easySecondsPerMetre } = shown;
  if (longestMetres !== null) return longestMetres * easySecondsPerMetre;
  if (weeklyMetres !== null) return weeklyMetres * longRun.assumedShareOfWeek * easySecondsPerMetre;
  return 0;
}

/**
 * A builder of whom nothing is known, not even a race, before one of the longer races: their week is taken to be empty,
 * so that law E1 asks for its base.
 */
export function asNewRunner(request: PlanRequest, { builder }: Rulebook): PlanRequest {
  const { tier, weeklyMetres, longestMetres, history, result, distance } = request;
  const isUnknown = weeklyMetres === null && longestMetres === null && result === null;
  const isNew = tier === "builder" && isUnknown && (history?.weeks ?? []).length === 0;
  return isNew && !builder.assumedNew.includes(distance) ? { ...request, weeklyMetres: 0 } : request;
}

/** Whether the week, grown by the share of law V4, has room for three runs as laws E3 and E4 want them. */
const carriesRealRuns = (weeklyMetres: number | null, rulebook: Rulebook): boolean =>
  weeklyMetres === null || weeklyMetres * rulebook.laws.V4.share.max >= runWalkStartMetres(rulebook);

/** The smallest week, walks included, whose three outings keep laws E3 and E4. */
export function runWalkStartMetres({ laws, longRun }: Rulebook): number {
  const long = laws.E3.otherRunMetresMin / longRun.secondLongestAim;
  return (long + 2 * laws.E3.otherRunMetresMin) / MARGINS.step;
}

/** Seconds of running in one set. */
export const runSecondsOf = ({ set }: Rung): number =>
  secondsOf(set.filter((piece) => piece.recovery !== true));

const secondsOf = (pieces: Rung["set"]): number =>
  pieces.reduce((sum, piece) => sum + (piece.seconds ?? 0), 0);

/** Stages from the first to running without walks. */
export const stagesOf = ({ rungs, firstStage }: RunWalkStart): number => rungs.length - firstStage + 1;

/** Base weeks without which nobody starts from here: those from nothing, and fewer for who begins higher up. */
export const ladderWeeksMin = (distance: RaceDistance, start: RunWalkStart, { builder }: Rulebook): number =>
  Math.ceil((builder.baseWeeksMin[distance] * stagesOf(start)) / (start.rungs.length + 1));

/** Base weeks that the whole ladder wants, lighter weeks among them. */
export const runWalkWeeksOf = (start: RunWalkStart, { builder, volume }: Rulebook): number =>
  Math.ceil(stagesOf(start) * builder.weeksPerStageMax * (1 + 1 / volume.streakAim));
