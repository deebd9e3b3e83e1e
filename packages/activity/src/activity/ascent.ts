import type { ElevationRules } from "../rules/activity-rules.ts";
import type { TrackPoint } from "./activity.ts";

/**
 * Metres climbed. A rise counts from the last low point once it is as high as the rules say, so that the
 * trembling of a level line does not add up to a mountain. Null without altitude.
 */
export function ascentOf(track: readonly TrackPoint[], { climbMetresMin }: ElevationRules): number | null {
  let low: number | null = null;
  let high = 0;
  let climbed = 0;
  for (const { altitude } of track) {
    if (altitude === null) continue;
    if (low === null) [low, high] = [altitude, altitude];
    else if (altitude > high) high = altitude;
    else if (high - altitude >= climbMetresMin || altitude < low) {
      if (high - low >= climbMetresMin) climbed += high - low;
      [low, high] = [altitude, altitude];
    }
  }
  if (low === null) return null;
  return climbed + (high - low >= climbMetresMin ? high - low : 0);
}
