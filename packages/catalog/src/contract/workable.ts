import { type LawId, RACE_DISTANCES, STIMULI, VOLUME_TIERS } from "@strideiq/engine";
import type { ConfigPath } from "../config-file.ts";
import { between, type Bound, least, most } from "./bound.ts";

/** A number that plans are made with, where plans end beyond which nothing can be made, and the law that ends them. */
interface Workable {
  readonly path: ConfigPath;
  readonly law: LawId | null;
  readonly bound: Bound;
}

const at = (path: ConfigPath, law: LawId | null, bound: Bound): Workable => ({ path, law, bound });

/**
 * Slips of the pen, such as a comma too far to the right. Most were found by trying zero, ten times and a tenth of a value on
 * five standard plans, and name the law that then broke or took part of the wish; of a list or a kind of number one was
 * tried and the others follow it. Wide on purpose: what lies within is proved on all standard plans together.
 */
export const WORKABLE: readonly Workable[] = [
  at(["pace", "easy", "slow"], "L1", least(0.4)),
  at(["pace", "slowRunnerRule", "factor"], "L1", between(0.4, 1)),
  at(["pace", "slowRunnerRule", "offset"], "L1", between(8, 25)),
  at(["pace", "walkSecondsPerKm"], "T4", between(400, 1500)),
  ...VOLUME_TIERS.map((tier) => at(["volume", "streakMax", tier], "V5", least(1))),
  at(["volume", "streakAim"], "V5", least(1)),
  at(["volume", "weekSecondsMax"], "E4", least(18_000)),
  ...[0, 1, 2].flatMap((index) => [
    at(["volume", "roundingMetres", index], "E3", between(10, 2000)),
    at(["volume", "roundingSeconds", index], "E3", between(10, 1800)),
  ]),
  at(["volume", "roundingShare"], "S6", most(0.03)),
  at(["longRun", "firstShareMax"], "E3", between(0.3, 0.75)),
  at(["longRun", "unitMetres"], "V5", between(100, 5000)),
  at(["longRun", "unitSeconds"], "V5", between(60, 1800)),
  at(["longRun", "daysBeforeRaceMin"], "L2", most(14)),
  at(["longRun", "secondLongestAim"], "E3", least(0.3)),
  at(["longRun", "smallStepMetres"], "L3", most(3000)),
  at(["longRun", "smallMetres"], "L3", most(12_000)),
  at(["longRun", "shareOfWeekMax", 0, "share"], "E3", least(0.25)),
  at(["longRun", "shareOfWeekMax", 1, "share"], "E3", least(0.15)),
  at(["days", "taperUnevenness"], "L5", least(1)),
  ...(["plain", "mediumLong", "recovery", "strides", "beforeLong", "afterLong", "alternate"] as const).map(
    (weight) => at(["days", "weights", weight], "T1", between(0.3, 5)),
  ),
  at(["builder", "unitSeconds"], "V5", between(60, 1800)),
  at(["classification", "weeksMin"], "V9", least(1)),
  ...RACE_DISTANCES.flatMap((distance) => [
    at(["races", distance, "taper", "volumeShare", 0], "T4", least(0.2)),
    at(["races", distance, "taper", "longRunShare", 1], "T1", least(0.2)),
    ...[0, 1, 2].map((index) => at(["races", distance, "mesocycles", index, "weight"], "I8", between(0, 15))),
  ]),
  ...STIMULI.flatMap((stimulus) => [
    at(["quality", "doses", stimulus, "shareOfWeekMax"], "I6", least(0.03)),
    at(["quality", "doses", stimulus, "metresMax"], "I6", least(2000)),
  ]),
];
