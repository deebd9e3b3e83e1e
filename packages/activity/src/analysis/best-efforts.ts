import { type Rulebook, worldRecordSecondsOf } from "@strideiq/engine";
import type { Activity, TrackPoint } from "../activity/activity.ts";
import type { ActivityRules } from "../rules/activity-rules.ts";

/** The fastest stretch of a distance within a run, pauses counted: a record does not stop the clock. */
export interface BestEffort {
  readonly metres: number;
  readonly seconds: number;
  readonly fromSeconds: number;
}

/**
 * The best effort over each of the distances in the rules. No stretch counts that holds a step which nobody could
 * have run; and one that is faster than the world record all the same is a fault of the recording too: the run
 * then has no best effort for this distance.
 */
export function bestEffortsOf(
  { cautions, sport, track }: Activity,
  { bestEfforts, recording }: ActivityRules,
  records: Rulebook["pace"],
): readonly BestEffort[] {
  if (sport !== "run" || cautions.includes("impossible_speed")) return [];
  return bestEfforts.metres.flatMap((metres) => {
    const best = fastest(track, metres, recording.metresPerSecondMax);
    return best !== null &&
      best.seconds >= worldRecordSecondsOf(metres, records) * (1 - bestEfforts.recordShare)
      ? [best]
      : [];
  });
}

/** Two pointers along the track; the start is drawn between two points, so that the distance is exact. */
function fastest(track: readonly TrackPoint[], metres: number, speedMax: number): BestEffort | null {
  let best: BestEffort | null = null;
  let from = 0;
  let soundFrom = 0;
  for (const [index, to] of track.entries()) {
    const before = track[index - 1];
    if (before !== undefined && to.metres - before.metres > speedMax * (to.seconds - before.seconds))
      soundFrom = index;
    const start = to.metres - metres;
    if (start < (track[soundFrom]?.metres ?? 0)) continue;
    while ((track[from + 1]?.metres ?? Infinity) <= start) from += 1;
    const fromSeconds = secondsAt(track, from, start);
    const seconds = to.seconds - fromSeconds;
    if (seconds > 0 && (best === null || seconds < best.seconds)) best = { metres, seconds, fromSeconds };
  }
  return best;
}

function secondsAt(track: readonly TrackPoint[], index: number, metres: number): number {
  const [before, after] = [track[index], track[index + 1]];
  if (before === undefined) return 0;
  const width = (after?.metres ?? before.metres) - before.metres;
  return width <= 0 || after === undefined
    ? before.seconds
    : before.seconds + ((metres - before.metres) / width) * (after.seconds - before.seconds);
}
