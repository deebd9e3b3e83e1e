import type { TrackPoint } from "../activity/activity.ts";
import type { ElevationRules } from "../rules/activity-rules.ts";

/**
 * What running on a slope costs, as a share of level running: Minetti et al. 2002, J/kg/m, from -45 to +45
 * percent. Downhill it is never under the share in the rules: measured on treadmills with little braking, the
 * polynomial rewards descents more than runners' hearts do.
 */
export function gradientFactor(gradient: number, { downhillFactorMin, gradientMax }: ElevationRules): number {
  const i = Math.max(-gradientMax, Math.min(gradientMax, gradient));
  const cost = ((((155.4 * i - 30.4) * i - 43.3) * i + 46.3) * i + 19.5) * i + LEVEL_COST;
  return Math.max(downhillFactorMin, cost / LEVEL_COST);
}

const LEVEL_COST = 3.6;

/** Metres since the start at each point as they would have been on the level, for the same effort. */
export function levelMetresOf(track: readonly TrackPoint[], rules: ElevationRules): readonly number[] {
  const level: number[] = [];
  let behind = 0;
  let total = 0;
  for (const [index, point] of track.entries()) {
    const before = track[index - 1];
    while (behind < index && point.metres - (track[behind + 1]?.metres ?? 0) >= rules.gradientMetres)
      behind += 1;
    if (before !== undefined) {
      const step = point.metres - before.metres;
      total += step * gradientFactor(gradientBetween(track[behind], point), rules);
    }
    level.push(total);
  }
  return level;
}

/** Reception is too poor for a gradient over a few metres. */
const METRES_MIN = 10;

function gradientBetween(from: TrackPoint | undefined, to: TrackPoint): number {
  if (from === undefined || from.altitude === null || to.altitude === null) return 0;
  const metres = to.metres - from.metres;
  return metres < METRES_MIN ? 0 : (to.altitude - from.altitude) / metres;
}
