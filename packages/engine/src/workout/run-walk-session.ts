import type { SingleStep, Step } from "../plan/plan.ts";
import type { BuilderRules } from "../rulebook/athlete-rules.ts";
import type { Rung, WorkoutDefinition } from "../rulebook/workout-definition.ts";
import { type Pacing, secondsPerMetre, stepByTime } from "./pacing.ts";
import { type DraftSession, sessionFrom } from "./session.ts";
import { totalsOf } from "./totals.ts";

/** How far an outing goes, and what it holds beside running and walking. */
export interface OutingSize {
  /** Of the whole outing, walks included. */
  readonly metres: number;
  /** Of the running in it, at most. */
  readonly runMetresMax: number;
  /** What follows the running: strides, or nothing. */
  readonly end: readonly Step[];
}

/**
 * A run with walks, by the clock: a walk, so many sets of running and walking, a last shorter piece where
 * there is room for one, and a walk home. What the pieces leave of the distance is walked.
 */
export function runWalkSession(
  definition: WorkoutDefinition,
  rung: Rung,
  size: OutingSize,
  rules: BuilderRules,
  pacing: Pacing,
): DraftSession {
  const usual = roomBetween(rules.walkSeconds, size, pacing);
  const pieces = rung.set.map((piece) => stepByTime(piece.zone, piece.seconds ?? 0, pacing));
  const isShort = usual < totalsOf(pieces).metres * rung.times.min;
  const walkSeconds = isShort ? rules.shortWalkSeconds : rules.walkSeconds;
  const room = roomBetween(walkSeconds, size, pacing);
  const running = runningIn(room, size.runMetresMax, rung, pieces, rules, pacing);
  const left = Math.max(0, room - totalsOf(running).metres) * secondsPerMetre("walk", pacing);
  const minutes = Math.round(left / 60);
  const before = walk(walkSeconds + Math.ceil(minutes / 2) * 60, pacing);
  const after = walk(walkSeconds + Math.floor(minutes / 2) * 60, pacing);
  return sessionFrom(definition, [before, ...running, ...size.end, after], pacing);
}

const walk = (seconds: number, pacing: Pacing): SingleStep => stepByTime("walk", seconds, pacing);

const roomBetween = (walkSeconds: number, { metres, end }: OutingSize, pacing: Pacing): number =>
  metres - 2 * walk(walkSeconds, pacing).metres - totalsOf(end).metres;

/** As many sets as there is room for and a last shorter piece; or only that, where no set has room. */
function runningIn(
  room: number,
  runRoom: number,
  { set, times }: Rung,
  pieces: readonly SingleStep[],
  rules: BuilderRules,
  pacing: Pacing,
): readonly Step[] {
  const run = pieces.reduce((sum, step, i) => sum + (set[i]?.recovery === true ? 0 : step.metres), 0);
  const count = Math.min(times.max, Math.floor(Math.min(room / totalsOf(pieces).metres, runRoom / run)));
  if (count < times.min) return lastPiece(room, runRoom, pieces, 60, pacing);
  const sets: readonly Step[] = count === 1 ? pieces : [{ repeat: count, steps: pieces }];
  const left = room - totalsOf(sets).metres;
  return [...sets, ...lastPiece(left, runRoom - count * run, pieces, rules.tailSecondsMin, pacing)];
}

/** A piece of whole minutes, no longer than those of the sets; none where it would be shorter than the least. */
function lastPiece(
  room: number,
  runRoom: number,
  [first]: readonly SingleStep[],
  secondsMin: number,
  pacing: Pacing,
): readonly Step[] {
  if (first === undefined) return [];
  const most = Math.min(Math.min(room, runRoom) * secondsPerMetre(first.zone, pacing), first.seconds);
  const seconds = Math.floor(most / 60) * 60;
  return seconds < secondsMin ? [] : [stepByTime(first.zone, seconds, pacing)];
}
