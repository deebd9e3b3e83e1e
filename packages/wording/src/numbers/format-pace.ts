import type { PaceRange, Units } from "@strideiq/engine";
import { metresPerUnit } from "./format-distance.ts";
import { formatClock } from "./format-duration.ts";

/** A pace on the clock, without its unit: seconds per kilometre in, `5:34` out. */
export const paceClock = (secondsPerKm: number, units: Units): string =>
  formatClock((secondsPerKm * metresPerUnit(units)) / 1000);

/** A single pace: `4:38 /km`, `7:27 /mi`. */
export const formatPace = (secondsPerKm: number, units: Units): string =>
  `${paceClock(secondsPerKm, units)} /${units}`;

/** A range of paces, the faster first: `5:34–6:08 /km`. One pace where both ends read alike. */
export function formatPaceRange(range: PaceRange, units: Units): string {
  const fast = paceClock(range.fast, units);
  const slow = paceClock(range.slow, units);
  return fast === slow ? formatPace(range.fast, units) : `${fast}–${slow} /${units}`;
}
