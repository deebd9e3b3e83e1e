import type { PaceRange, TrainingPaces } from "../plan/plan.ts";
import type { PacedZone, RaceDistance, VolumeTier } from "../plan/vocabulary.ts";
import type { PaceRules, Rulebook } from "../rulebook/rulebook.ts";
import { metresPerMinuteAt, raceSecondsOf } from "./rpi.ts";

const MARATHON_METRES = 42_195;
const HALF_MARATHON_METRES = 21_097.5;
const TEN_K_METRES = 10_000;

/**
 * Seconds per kilometre in every zone for a runner of this index; `race` is the pace of a goal race of
 * `raceMetres`.
 *
 * For every index from 20 to 85: repetition < interval < threshold < marathon < slow end of easy. Nothing
 * more can be promised. Under an index of 27 the slow-runner rule makes the fast end of easy faster than
 * marathon pace, and who needs an hour or more for 10 km races it slower than threshold.
 */
export function trainingPacesOf(rpi: number, rules: PaceRules, raceMetres: number): TrainingPaces {
  const indices = trainingIndicesOf(rpi, rules);
  const intervalPace = paceAt(indices.fast * rules.interval);
  const around = (zone: PacedZone, pace: number): PaceRange => rangeAround(pace, rules.rangeShare[zone] ?? 0);
  const raced = (zone: PacedZone, metres: number): PaceRange => around(zone, racePaceOf(rpi, metres));

  const marathon = raced("marathon", MARATHON_METRES);
  const easy = easyRangeOf(indices.easy, rules, marathon);
  return {
    recovery: rangeOf(paceMidpoint(easy), easy.slow),
    easy,
    steady: rangeOf(Math.min(easy.fast, marathon.slow), Math.max(easy.fast, marathon.slow)),
    marathon,
    half_marathon: raced("half_marathon", HALF_MARATHON_METRES),
    threshold: around("threshold", paceAt(indices.threshold * rules.threshold)),
    ten_k: raced("ten_k", TEN_K_METRES),
    interval: around("interval", intervalPace),
    repetition: around("repetition", intervalPace - repetitionGainOf(rpi, rules)),
    race: raced("race", raceMetres),
  };
}

/** Paces that turn time into estimated distance for a runner without a result: for volume, never for show. */
export const planningPacesOf = (
  distance: RaceDistance,
  tier: VolumeTier,
  rulebook: Rulebook,
): TrainingPaces =>
  trainingPacesOf(
    rulebook.races[distance].tiers[tier].planningRpi,
    rulebook.pace,
    rulebook.races[distance].metres,
  );

/** The middle of a range, in seconds per kilometre. */
export const paceMidpoint = ({ fast, slow }: PaceRange): number => (fast + slow) / 2;

/** The easy pace that laws reckon durations with: the middle of the easy range, in seconds per kilometre. */
export const easyPaceOf = (paces: TrainingPaces): number => paceMidpoint(paces.easy);

interface TrainingIndices {
  readonly easy: number;
  readonly threshold: number;
  readonly fast: number;
}

/** Slow runners train nearer to their races than the equations say; race paces stay with the true index. */
function trainingIndicesOf(rpi: number, { slowRunnerRule }: PaceRules): TrainingIndices {
  const { enabled, rpiBelow, factor, offset } = slowRunnerRule;
  if (!enabled || rpi >= rpiBelow) return { easy: rpi, threshold: rpi, fast: rpi };
  const raised = rpi * factor + offset;
  return { easy: raised, threshold: (rpi + raised) / 2, fast: raised };
}

/** How much slower than marathon pace the slow end of easy is at least. */
const EASY_BEYOND_MARATHON = 1.01;

/** Under an index of 21 the slow-runner rule alone would end easy at marathon pace. */
const easyRangeOf = (index: number, { easy }: PaceRules, marathon: PaceRange): PaceRange =>
  rangeOf(
    paceAt(index * easy.fast),
    Math.max(paceAt(index * easy.slow), marathon.slow * EASY_BEYOND_MARATHON),
  );

/**
 * Seconds per kilometre by which repetition pace is faster than interval pace. The rule is published for
 * whole indices; in between it is drawn out, as a step would give the fitter runner the slower pace.
 */
function repetitionGainOf(rpi: number, { repetitionSecondsPer400: rows }: PaceRules): number {
  const row = rows.findLastIndex(({ rpiMin }) => rpi >= rpiMin);
  const seconds = rows[row]?.seconds ?? rows[0]?.seconds ?? 0;
  const next = rows[row + 1];
  const towardsNext = next ? Math.max(0, rpi - (next.rpiMin - 1)) : 0;
  return (seconds + towardsNext * ((next?.seconds ?? seconds) - seconds)) * 2.5;
}

const paceAt = (oxygenCost: number): number => 60_000 / metresPerMinuteAt(oxygenCost);

const racePaceOf = (rpi: number, metres: number): number => raceSecondsOf(rpi, metres) / (metres / 1000);

const rangeAround = (pace: number, share: number): PaceRange =>
  rangeOf(pace * (1 - share), pace * (1 + share));

/** Tenths of a second are finer than any runner or watch. */
const rangeOf = (fast: number, slow: number): PaceRange => ({
  fast: Math.round(fast * 10) / 10,
  slow: Math.round(slow * 10) / 10,
});
