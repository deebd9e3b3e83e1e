import type { ByDistance, LawId } from "@strideiq/engine";
import type { ConfigPath } from "../config-file.ts";
import { between, type Bound, exactly, least } from "./bound.ts";

/** A number outside the laws that nobody may make less careful, and the law that it serves. */
interface Pledge {
  readonly path: ConfigPath;
  readonly law: LawId | null;
  readonly bound: Bound;
}

/** Exact distances, in metres: the track, and half and whole of 42.195 km (World Athletics). */
const RACE_METRES: ByDistance<number> = {
  "5k": 5000,
  "10k": 10_000,
  half_marathon: 21_097.5,
  marathon: 42_195,
};

/** What is pledged to runners beside the limits of the laws. */
export const PLEDGES: readonly Pledge[] = [
  ...Object.entries(RACE_METRES).map(([distance, metres]): Pledge => ({
    path: ["races", distance, "metres"],
    law: "S1",
    bound: exactly(metres),
  })),
  // A plan of three weeks has no room to build and to taper; one of more than 24 is two plans.
  { path: ["horizon", "weeksMin"], law: null, bound: least(4) },
  { path: ["horizon", "weeksMax"], law: null, bound: between(18, 24) },
  // The shortest published marathon plan has 8 weeks: who has fewer needs the running for it.
  { path: ["races", "marathon", "weeksMin"], law: "E1", bound: least(8) },
  { path: ["races", "marathon", "shortHorizon", "experiencedWeeksMin"], law: "E1", bound: least(6) },
  { path: ["races", "marathon", "shortHorizon", "weeklyMetresMin"], law: "E1", bound: least(40_000) },
  { path: ["races", "marathon", "shortHorizon", "longestMetresMin"], law: "E1", bound: least(16_000) },
  { path: ["races", "marathon", "shortHorizon", "finishLongestMetresMin"], law: "E1", bound: least(20_000) },
  // Who runs 15 km a week has no half marathon in less than eight weeks: 16 to 28 km in two of them is no climb.
  { path: ["races", "half_marathon", "smallWeek", "metresMax"], law: "E1", bound: least(15_000) },
  { path: ["races", "half_marathon", "smallWeek", "weeksMin"], law: "E1", bound: least(8) },
  { path: ["races", "half_marathon", "smallWeek", "nextMetresMax"], law: "E1", bound: least(20_000) },
  { path: ["races", "half_marathon", "smallWeek", "nextWeeksMin"], law: "E1", bound: least(6) },
  { path: ["volume", "mastersStreakMax"], law: "V5", bound: between(1, 3) },
  // Half an hour without a break comes before anything fast: NHS, Couch to 5K.
  { path: ["builder", "unbrokenSeconds"], law: "H4", bound: least(1800) },
];
