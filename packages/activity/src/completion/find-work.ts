import type { Activity, TrackPoint } from "../activity/activity.ts";
import { levelMetresOf } from "../analysis/gradient.ts";
import type { ElevationRules } from "../rules/activity-rules.ts";
import type { PlannedWork } from "./work.ts";

/** A piece of work as it was run. */
export interface DoneWork {
  readonly work: PlannedWork;
  readonly fromSeconds: number;
  readonly seconds: number;
  /** Level pace, in seconds per kilometre. */
  readonly secondsPerKm: number;
}

/**
 * Finds each planned piece of work in what was run. Laps that the watch cut by the workout's own steps say it
 * exactly; otherwise the pieces are laid over the run in their order, without overlap, where it was fastest.
 * A piece that nothing in the run stands out for is missing.
 */
export function findWork(
  work: readonly PlannedWork[],
  activity: Activity,
  rules: ElevationRules,
): readonly DoneWork[] {
  const level = levelTrackOf(activity, rules);
  if (level.length < 2 || work.length === 0) return [];
  return byLaps(work, activity, level) ?? byFastest(work, level);
}

/** Time and level distance, point by point; of laps alone their ends. */
interface LevelPoint {
  readonly seconds: number;
  readonly metres: number;
}

function levelTrackOf({ laps, track }: Activity, rules: ElevationRules): readonly LevelPoint[] {
  if (track.length > 1) {
    const level = levelMetresOf(track, rules);
    return thinned(track, level);
  }
  let metres = 0;
  let end = 0;
  const points: LevelPoint[] = [{ seconds: 0, metres: 0 }];
  for (const lap of laps) {
    metres += lap.metres ?? 0;
    end = Math.max(end + lap.seconds, lap.fromSeconds + lap.seconds);
    points.push({ seconds: end, metres });
  }
  return points;
}

/** Starts of work are searched on this grid; it also bounds the search. */
const GRID_SECONDS = 4;
const POINTS_MAX = 3000;

function thinned(track: readonly TrackPoint[], level: readonly number[]): readonly LevelPoint[] {
  const length = track.at(-1)?.seconds ?? 0;
  const grid = Math.max(GRID_SECONDS, length / POINTS_MAX);
  const points: LevelPoint[] = [];
  for (const [index, { seconds }] of track.entries())
    if (index === 0 || index === track.length - 1 || seconds - (points.at(-1)?.seconds ?? 0) >= grid)
      points.push({ seconds, metres: level[index] ?? 0 });
  return points;
}

/** Laps by the steps of the workout on the watch; null when the watch was following none, or another one. */
function byLaps(
  work: readonly PlannedWork[],
  { laps }: Activity,
  level: readonly LevelPoint[],
): readonly DoneWork[] | null {
  const stepped = laps.filter(({ workoutStep }) => workoutStep !== null);
  const done = work.map((one) => {
    const lap = stepped[one.step];
    return lap === undefined ? null : doneBetween(one, lap.fromSeconds, lap.fromSeconds + lap.seconds, level);
  });
  const isLike = done.every(
    (one) => one === null || Math.abs(Math.log(one.seconds / Math.max(1, one.work.seconds))) < Math.LN2,
  );
  return stepped.length > 0 && isLike && done.some((one) => one !== null)
    ? done.filter((one) => one !== null)
    : null;
}

function doneBetween(
  work: PlannedWork,
  from: number,
  to: number,
  level: readonly LevelPoint[],
): DoneWork | null {
  const metres = metresAt(level, to) - metresAt(level, from);
  return metres <= 0
    ? null
    : { work, fromSeconds: from, seconds: to - from, secondsPerKm: ((to - from) / metres) * 1000 };
}

function metresAt(level: readonly LevelPoint[], seconds: number): number {
  const index = level.findIndex((point) => point.seconds >= seconds);
  const [before, after] = [level[index - 1], level[index]];
  if (index === -1) return level.at(-1)?.metres ?? 0;
  if (before === undefined || after === undefined) return after?.metres ?? 0;
  const share = (seconds - before.seconds) / (after.seconds - before.seconds);
  return before.metres + share * (after.metres - before.metres);
}

/** What is best for a piece when nothing has been laid before a point. */
const LATER = 0;
const HERE = 1;
const NOWHERE = 2;

/**
 * Lays the pieces over the run so that most is gained over the run's own mean: for each piece from the last to
 * the first, whether it is best laid at a point, later, or nowhere, because the run holds less work than planned.
 */
function byFastest(work: readonly PlannedWork[], level: readonly LevelPoint[]): readonly DoneWork[] {
  const mean = meanSpeedOf(level) * MEAN_SHARE;
  const size = level.length;
  const ends = work.map((one) => endsOf(one, level));
  const choices: Uint8Array[] = [];
  let after = new Float64Array(size + 1);
  for (const [piece, one] of [...work.entries()].toReversed()) {
    const row = new Float64Array(size + 1);
    const choice = new Uint8Array(size);
    for (let at = size - 1; at >= 0; at -= 1) {
      const end = ends[piece]?.[at] ?? -1;
      const gain = end < 0 ? 0 : gainOf(one, level[at], level[end], mean);
      const [here, later, nowhere] = [gain + (after[end] ?? 0), row[at + 1] ?? 0, after[at] ?? 0];
      row[at] = Math.max(later, nowhere, gain > 0 ? here : 0);
      choice[at] = gain > 0 && here >= later && here >= nowhere ? HERE : later >= nowhere ? LATER : NOWHERE;
    }
    choices.unshift(choice);
    after = row;
  }
  return traced(work, level, ends, choices);
}

/** A little under the mean, so that an even run still holds the work, and the work is told to be too slow. */
const MEAN_SHARE = 0.97;

function meanSpeedOf(level: readonly LevelPoint[]): number {
  const [first, last] = [level[0], level.at(-1)];
  return first === undefined || last === undefined
    ? 0
    : last.metres / Math.max(1, last.seconds - first.seconds);
}

/** Speed over the mean, times the planned time: a longer piece matters more, and a slow one gains nothing. */
const gainOf = (
  { seconds }: PlannedWork,
  from: LevelPoint | undefined,
  to: LevelPoint | undefined,
  mean: number,
): number =>
  from === undefined || to === undefined
    ? 0
    : ((to.metres - from.metres) / Math.max(1, to.seconds - from.seconds) - mean) * Math.max(1, seconds);

/** For each point the one at which a piece that begins there ends; -1 where the run is over before. */
function endsOf({ by, metres, seconds }: PlannedWork, level: readonly LevelPoint[]): Int32Array {
  const ends = new Int32Array(level.length).fill(-1);
  let end = 0;
  for (const [at, from] of level.entries()) {
    const isOver = (point: LevelPoint): boolean =>
      by === "time" ? point.seconds - from.seconds >= seconds : point.metres - from.metres >= metres;
    for (let point = level[end]; point !== undefined && !isOver(point); point = level[end]) end += 1;
    if (end >= level.length) break;
    ends[at] = end;
  }
  return ends;
}

function traced(
  work: readonly PlannedWork[],
  level: readonly LevelPoint[],
  ends: readonly Int32Array[],
  choices: readonly Uint8Array[],
): readonly DoneWork[] {
  const done: DoneWork[] = [];
  let at = 0;
  for (const [piece, one] of work.entries()) {
    const choice = choices[piece];
    while (at < level.length && choice?.[at] === LATER) at += 1;
    const end = choice?.[at] === HERE ? (ends[piece]?.[at] ?? -1) : -1;
    const [from, to] = [level[at], level[end]];
    if (from === undefined || to === undefined) continue;
    const found = doneBetween(one, from.seconds, to.seconds, level);
    if (found !== null) done.push(found);
    at = end;
  }
  return done;
}
