import type { SingleStep, Step } from "../plan/plan.ts";
import type { Phase, RaceDistance, VolumeTier, Zone } from "../plan/vocabulary.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type {
  LongRunKind,
  Piece,
  Rung,
  Stimulus,
  WorkoutDefinition,
} from "../rulebook/workout-definition.ts";
import type { Dose } from "./dose.ts";
import { type Pacing, stepByDistance, stepByTime } from "./pacing.ts";
import { totalsOf } from "./totals.ts";

/** The work of a session, cut to size: what stands between warm-up and cool-down. */
export interface Work {
  readonly definition: WorkoutDefinition;
  readonly steps: readonly Step[];
  /** Work and recoveries together. */
  readonly metres: number;
  readonly seconds: number;
  readonly workSeconds: number;
  /** The zone that most of the work is run in. */
  readonly mainZone: Zone;
  readonly longestPieceSeconds: number;
}

export interface LadderFacts {
  readonly stimulus: Stimulus | null;
  readonly longRun: LongRunKind | null;
  readonly phase: Phase;
  readonly distance: RaceDistance;
  readonly tier: VolumeTier;
}

/**
 * Every way the library knows to cut this dose, from the shortest pieces to the longest. A block climbs
 * this ladder: broken before continuous, short before long.
 */
export function ladderOf(
  facts: LadderFacts,
  dose: Dose,
  pacing: Pacing,
  rulebook: Rulebook,
): readonly Work[] {
  const cut = rulebook.workouts
    .filter((definition) => fits(definition, facts))
    .flatMap((definition) => definition.rungs.flatMap((rung) => cutRung(definition, rung, dose, pacing)));
  const near = cut.filter(
    (work) => Math.abs(work.workSeconds - dose.seconds) <= dose.seconds * rulebook.quality.doseTolerance,
  );
  return (near.length > 0 ? near : nearest(cut, dose)).toSorted(
    (a, b) => a.longestPieceSeconds - b.longestPieceSeconds || a.workSeconds - b.workSeconds,
  );
}

/** The work at a place in the block: 0 takes the lowest rung, 1 the highest. */
export const rungAt = (ladder: readonly Work[], progress: number): Work | null =>
  ladder[Math.round(progress * (ladder.length - 1))] ?? null;

const fits = (definition: WorkoutDefinition, facts: LadderFacts): boolean =>
  definition.role === "primary" &&
  (facts.longRun === null
    ? definition.longRun === null && definition.stimulus === facts.stimulus
    : definition.longRun === facts.longRun) &&
  definition.phases.includes(facts.phase) &&
  definition.distances.includes(facts.distance) &&
  definition.tiers.includes(facts.tier);

function nearest(cut: readonly Work[], dose: Dose): readonly Work[] {
  const [first, ...rest] = cut;
  if (first === undefined) return [];
  const off = (work: Work): number => Math.abs(work.workSeconds - dose.seconds);
  return [rest.reduce((best, work) => (off(work) < off(best) ? work : best), first)];
}

function cutRung(definition: WorkoutDefinition, rung: Rung, dose: Dose, pacing: Pacing): readonly Work[] {
  const set = rung.set.map((piece) => stepOf(piece, dose, pacing));
  const workPerSet = workSecondsOf(rung, set);
  if (workPerSet <= 0) return [];
  const most = Math.min(rung.times.max, Math.floor((dose.secondsMax * 1.001) / workPerSet));
  if (most < rung.times.min) return [];
  const times = Math.min(Math.max(Math.round(dose.seconds / workPerSet), rung.times.min), most);
  const steps: readonly Step[] = times === 1 ? set : [{ repeat: times, steps: set }];
  return [
    {
      definition,
      steps,
      ...totalsOf(steps),
      workSeconds: workPerSet * times,
      mainZone: mainZoneOf(rung, set),
      longestPieceSeconds: Math.max(
        ...set.map((step, i) => (rung.set[i]?.recovery === true ? 0 : step.seconds)),
      ),
    },
  ];
}

/**
 * Cuts the very same minutes of work another way. Pieces by time are stretched a little where that makes the
 * sum come out; pieces by distance must come near by themselves. Null where nothing comes near enough.
 * @param share how far the work may lie off, as a share of it
 */
export function recut(
  definition: WorkoutDefinition,
  workSeconds: number,
  share: number,
  pacing: Pacing,
): Work | null {
  const dose = { seconds: workSeconds, secondsMax: workSeconds * (1 + share) };
  const cut = definition.rungs
    .flatMap((rung) => [
      ...cutRung(definition, rung, dose, pacing),
      ...cutRung(definition, stretched(rung, workSeconds), dose, pacing),
    ])
    .filter((work) => Math.abs(work.workSeconds - workSeconds) <= workSeconds * share);
  return nearest(cut, dose)[0] ?? null;
}

/** The rung with its timed work a little longer or shorter, in steps of a quarter of a minute. */
function stretched(rung: Rung, workSeconds: number): Rung {
  const timed = rung.set.reduce(
    (sum, piece) => sum + (piece.recovery === true ? 0 : (piece.seconds ?? 0)),
    0,
  );
  if (timed === 0 || rung.set.some((piece) => piece.recovery !== true && piece.seconds === undefined))
    return rung;
  const times = Math.min(Math.max(Math.round(workSeconds / timed), rung.times.min), rung.times.max);
  const scale = workSeconds / (times * timed);
  if (scale < 0.8 || scale > 1.25) return rung;
  const set = rung.set.map((piece) =>
    piece.recovery === true || piece.seconds === undefined
      ? piece
      : { ...piece, seconds: Math.max(15, Math.round((piece.seconds * scale) / 15) * 15) },
  );
  return { ...rung, set };
}

function mainZoneOf(rung: Rung, set: readonly SingleStep[]): Zone {
  const seconds = new Map<Zone, number>();
  set.forEach((step, i) => {
    if (rung.set[i]?.recovery !== true) seconds.set(step.zone, (seconds.get(step.zone) ?? 0) + step.seconds);
  });
  const [first, ...rest] = [...seconds];
  if (first === undefined) return "easy";
  return rest.reduce((most, entry) => (entry[1] > most[1] ? entry : most), first)[0];
}

const workSecondsOf = (rung: Rung, set: readonly SingleStep[]): number =>
  set.reduce((sum, step, i) => sum + (rung.set[i]?.recovery === true ? 0 : step.seconds), 0);

/** Metres become time where there is no pace to run them by, in steps a watch is easily set to. */
function stepOf(piece: Piece, dose: Dose, pacing: Pacing): SingleStep {
  if (piece.dose === true) return doseStep(piece, dose, pacing);
  if (piece.metres === undefined) return stepByTime(piece.zone, piece.seconds ?? 0, pacing, piece.effort);
  const byDistance = stepByDistance(piece.zone, piece.metres, pacing, piece.effort);
  if (!pacing.estimated) return byDistance;
  return stepByTime(piece.zone, Math.max(15, Math.round(byDistance.seconds / 15) * 15), pacing, piece.effort);
}

/** Race pace is run by distance where there is a pace, all other continuous work by minutes. */
function doseStep(piece: Piece, dose: Dose, pacing: Pacing): SingleStep {
  const racePace = piece.zone === "marathon" || piece.zone === "half_marathon";
  if (racePace && !pacing.estimated) {
    const raw = stepByTime(piece.zone, dose.seconds, pacing).metres;
    return stepByDistance(piece.zone, Math.max(1000, Math.floor(raw / 1000) * 1000), pacing, piece.effort);
  }
  const unit = racePace ? 300 : 60;
  return stepByTime(piece.zone, Math.max(unit, Math.floor(dose.seconds / unit) * unit), pacing, piece.effort);
}
