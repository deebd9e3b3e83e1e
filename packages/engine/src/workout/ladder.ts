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
  /** Pieces of work, repeats multiplied; one is a continuous run. */
  readonly pieces: number;
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
export const ladderOf = (
  facts: LadderFacts,
  dose: Dose,
  pacing: Pacing,
  rulebook: Rulebook,
): readonly Work[] => cutAll(facts, dose, [1], pacing, rulebook);

/** The ladder of this dose and of doses a little below and above it: what the sessions of a block choose from. */
export const waysOf = (facts: LadderFacts, dose: Dose, pacing: Pacing, rulebook: Rulebook): readonly Work[] =>
  cutAll(facts, dose, rulebook.quality.block.doseShares, pacing, rulebook);

function cutAll(
  facts: LadderFacts,
  dose: Dose,
  shares: readonly number[],
  pacing: Pacing,
  rulebook: Rulebook,
): readonly Work[] {
  const doses = shares.map((share) => ({
    ...dose,
    seconds: Math.min(dose.seconds * share, dose.secondsMax),
  }));
  const cuts: Cut[] = [];
  for (const definition of rulebook.workouts)
    if (fits(definition, facts))
      for (const rung of definition.rungs) cuts.push(...cutRung(definition, rung, doses, pacing));
  const near = cuts.filter(
    (cut) => Math.abs(cut.workSeconds - dose.seconds) <= dose.seconds * rulebook.quality.doseTolerance,
  );
  return (near.length > 0 ? near : nearest(cuts, dose))
    .map(workOf)
    .toSorted((a, b) => a.longestPieceSeconds - b.longestPieceSeconds || a.workSeconds - b.workSeconds);
}

/** A rung as often as a dose asks for, before it is measured: most cuts are too far off to be worth it. */
interface Cut {
  readonly definition: WorkoutDefinition;
  readonly rung: Rung;
  readonly set: readonly SingleStep[];
  readonly times: number;
  readonly workSeconds: number;
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

function nearest(cuts: readonly Cut[], dose: Dose): readonly Cut[] {
  const [first, ...rest] = cuts;
  if (first === undefined) return [];
  const off = (cut: Cut): number => Math.abs(cut.workSeconds - dose.seconds);
  return [rest.reduce((best, cut) => (off(cut) < off(best) ? cut : best), first)];
}

/** One rung, as often as each of the doses asks for; those that come out alike only once. */
function cutRung(
  definition: WorkoutDefinition,
  rung: Rung,
  doses: readonly Dose[],
  pacing: Pacing,
): readonly Cut[] {
  const cuts: Cut[] = [];
  const hasDose = rung.set.some((piece) => piece.dose === true);
  let set: readonly SingleStep[] | null = null;
  for (const dose of doses) {
    if (set === null || hasDose) set = rung.set.map((piece) => stepOf(piece, dose, pacing));
    const workPerSet = workSecondsOf(rung, set);
    const times = timesOf(rung, workPerSet, dose);
    const workSeconds = workPerSet * times;
    if (times > 0 && !cuts.some((other) => other.workSeconds === workSeconds))
      cuts.push({ definition, rung, set, times, workSeconds });
  }
  return cuts;
}

/** How often the set is run to come near the dose; 0 when its least is too much. */
function timesOf(rung: Rung, workPerSet: number, dose: Dose): number {
  if (workPerSet <= 0) return 0;
  const most = Math.min(rung.times.max, Math.floor((dose.secondsMax * 1.001) / workPerSet));
  if (most < rung.times.min) return 0;
  return Math.min(Math.max(Math.round(dose.seconds / workPerSet), rung.times.min), most);
}

function workOf({ definition, rung, set, times, workSeconds }: Cut): Work {
  const steps: readonly Step[] = times === 1 ? set : [{ repeat: times, steps: set }];
  const work = set.filter((_, i) => rung.set[i]?.recovery !== true);
  return {
    definition,
    steps,
    ...totalsOf(steps),
    workSeconds,
    mainZone: mainZoneOf(work),
    longestPieceSeconds: Math.max(0, ...work.map((step) => step.seconds)),
    pieces: work.length * times,
  };
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
      ...cutRung(definition, rung, [dose], pacing),
      ...cutRung(definition, stretched(rung, workSeconds), [dose], pacing),
    ])
    .filter((one) => Math.abs(one.workSeconds - workSeconds) <= workSeconds * share);
  return nearest(cut, dose).map(workOf)[0] ?? null;
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

function mainZoneOf(work: readonly SingleStep[]): Zone {
  const [first, ...others] = work;
  if (first === undefined) return "easy";
  if (others.every(({ zone }) => zone === first.zone)) return first.zone;
  const seconds = new Map<Zone, number>();
  for (const step of work) seconds.set(step.zone, (seconds.get(step.zone) ?? 0) + step.seconds);
  return [...seconds].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
}

const workSecondsOf = (rung: Rung, set: readonly SingleStep[]): number =>
  set.reduce((sum, step, i) => sum + (rung.set[i]?.recovery === true ? 0 : step.seconds), 0);

/** Metres become time where there is no pace to run them by. */
function stepOf(piece: Piece, dose: Dose, pacing: Pacing): SingleStep {
  if (piece.dose === true) return doseStep(piece, dose, pacing);
  if (piece.metres === undefined) return stepByTime(piece.zone, piece.seconds ?? 0, pacing, piece.effort);
  const byDistance = stepByDistance(piece.zone, piece.metres, pacing, piece.effort);
  if (!pacing.estimated) return byDistance;
  const unit = watchUnit(byDistance.seconds);
  const seconds = Math.max(unit, Math.round(byDistance.seconds / unit) * unit);
  return stepByTime(piece.zone, seconds, pacing, piece.effort);
}

/** Times that a watch is easily set to: short pieces to a quarter of a minute, long ones to the minute. */
function watchUnit(seconds: number): number {
  if (seconds < 120) return 15;
  return seconds < 300 ? 30 : 60;
}

/** Blocks at race pace are told in whole kilometres, or in steps of five minutes where there is no pace. */
export const BLOCK_UNIT = { metres: 1000, seconds: 300 } as const;

/** Race pace is run by distance where there is a pace, all other continuous work by minutes. */
function doseStep(piece: Piece, dose: Dose, pacing: Pacing): SingleStep {
  const racePace = piece.zone === "marathon" || piece.zone === "half_marathon";
  if (racePace && !pacing.estimated) {
    const raw = stepByTime(piece.zone, dose.seconds, pacing).metres;
    const { metres } = BLOCK_UNIT;
    return stepByDistance(
      piece.zone,
      Math.max(metres, Math.floor(raw / metres) * metres),
      pacing,
      piece.effort,
    );
  }
  const unit = racePace ? BLOCK_UNIT.seconds : 60;
  return stepByTime(piece.zone, Math.max(unit, Math.floor(dose.seconds / unit) * unit), pacing, piece.effort);
}
