import type { LoadWeights } from "../rulebook/law-limits.ts";
import type { OptionFacts } from "./measured-plan.ts";
import type { TrainingPaces } from "./plan.ts";
import { ZONES, type PacedZone, type Zone } from "./vocabulary.ts";

/** Zones without a weight of their own lie between two that have one. */
const BETWEEN = {
  steady: ["easy", "marathon"],
  half_marathon: ["marathon", "threshold"],
  ten_k: ["threshold", "interval"],
} as const satisfies Partial<Record<PacedZone, readonly [keyof LoadWeights, keyof LoadWeights]>>;

/** Load of a minute in each zone. Walks count as easy running, sprints as repetitions. */
export function loadWeightsOf(
  paces: TrainingPaces | null,
  weights: LoadWeights,
): Readonly<Record<Zone, number>> {
  const between = (zone: keyof typeof BETWEEN): number => {
    const [slow, fast] = BETWEEN[zone];
    const place = paces === null ? 0.5 : placeOf(paces, zone, slow, fast);
    return weights[slow] + (weights[fast] - weights[slow]) * place;
  };
  return {
    ...weights,
    walk: weights.easy,
    recovery: weights.easy,
    steady: between("steady"),
    half_marathon: between("half_marathon"),
    ten_k: between("ten_k"),
    sprint: weights.repetition,
    race: weights.interval,
  };
}

/** Where a zone lies between two others by speed: 0 at the slower, 1 at the faster. */
function placeOf(paces: TrainingPaces, zone: PacedZone, slow: PacedZone, fast: PacedZone): number {
  const speed = (of: PacedZone): number => 2 / (paces[of].fast + paces[of].slow);
  const width = speed(fast) - speed(slow);
  return width <= 0 ? 0.5 : Math.min(1, Math.max(0, (speed(zone) - speed(slow)) / width));
}

/** Minutes times the weight of their zone. */
export function loadOf(
  { doses }: Pick<OptionFacts, "doses">,
  weights: Readonly<Record<Zone, number>>,
): number {
  let load = 0;
  for (const zone of ZONES) load += (doses.seconds[zone] / 60) * weights[zone];
  return load;
}
