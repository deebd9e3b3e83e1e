import { PACED_ZONES, type PacedZone, type TrainingPaces } from "@strideiq/engine";
import type { HeartRateRules } from "../rules/activity-rules.ts";
import type { Beat } from "./rhythm.ts";

/** From the fastest to the slowest: a pace belongs to the first whose slow end it keeps. */
const FROM_FASTEST = [
  "repetition",
  "interval",
  "ten_k",
  "threshold",
  "half_marathon",
  "marathon",
  "steady",
  "easy",
] as const;

/** Seconds in each of the athlete's zones, by level pace. What is slower than easy is recovery. */
export function secondsByPaceZone(
  beats: readonly Beat[],
  paces: TrainingPaces,
): Readonly<Record<PacedZone, number>> {
  const seconds = new Map<PacedZone, number>(PACED_ZONES.map((zone) => [zone, 0]));
  for (const beat of beats) {
    const zone = paceZoneOf(1000 / beat.metresPerSecond, paces);
    seconds.set(zone, (seconds.get(zone) ?? 0) + beat.seconds);
  }
  const inZone = (zone: PacedZone): number => seconds.get(zone) ?? 0;
  return {
    recovery: inZone("recovery"),
    easy: inZone("easy"),
    steady: inZone("steady"),
    marathon: inZone("marathon"),
    half_marathon: inZone("half_marathon"),
    threshold: inZone("threshold"),
    ten_k: inZone("ten_k"),
    interval: inZone("interval"),
    repetition: inZone("repetition"),
    race: 0,
  };
}

/** The zone of a pace in seconds per kilometre. */
export const paceZoneOf = (secondsPerKm: number, paces: TrainingPaces): PacedZone =>
  FROM_FASTEST.find((zone) => secondsPerKm <= paces[zone].slow) ?? "recovery";

/** One of the zones 1 to 5. */
export interface HeartRateZone {
  /** Its lowest whole beat a minute; null of the lowest zone. */
  readonly from: number | null;
  /** Its highest; null of the highest zone. */
  readonly to: number | null;
  readonly seconds: number;
}

/** Time in heart-rate zones 1 to 5, by shares of the threshold heart rate; beats without a pulse are left out. */
export function heartRateZonesOf(
  beats: readonly Beat[],
  thresholdHeartRate: number,
  rules: HeartRateRules,
): readonly HeartRateZone[] {
  const ends = rules.shares.map((share) => Math.ceil(share * thresholdHeartRate));
  return secondsInZones(beats, thresholdHeartRate, rules).map((seconds, index) => {
    const end = ends[index];
    return { from: ends[index - 1] ?? null, to: end === undefined ? null : end - 1, seconds };
  });
}

function secondsInZones(
  beats: readonly Beat[],
  thresholdHeartRate: number,
  { shares }: HeartRateRules,
): readonly number[] {
  const seconds = [...shares.map(() => 0), 0];
  for (const beat of beats) {
    const { heartRate } = beat;
    if (heartRate === null) continue;
    const above = shares.filter((share) => heartRate >= share * thresholdHeartRate).length;
    seconds[above] = (seconds[above] ?? 0) + beat.seconds;
  }
  return seconds;
}
