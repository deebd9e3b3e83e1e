import { worldRecordSecondsOf } from "@strideiq/engine";
import type { Activity, TrackPoint } from "../activity/activity.ts";
import type { ActivityRules, RecordRules } from "../rules/activity-rules.ts";

/** The fastest stretch of a distance within a run, pauses counted: a record does not stop the clock. */
export interface BestEffort {
  readonly metres: number;
  readonly seconds: number;
  readonly fromSeconds: number;
}

/**
 * The best effort over each of the distances in the rules. No stretch counts that holds a step which nobody could
 * have run, or a shorter stretch that is faster than the world record over its distance: three kilometres by car
 * make no fast ten.
 */
export function bestEffortsOf(
  { cautions, sport, track }: Activity,
  { bestEfforts, recording, records }: ActivityRules,
): readonly BestEffort[] {
  if (sport !== "run" || cautions.includes("impossible_speed")) return [];
  const faults = impossibleSteps(track, recording.metresPerSecondMax);
  for (const { metres } of records.worldRecordSeconds.toSorted((a, b) => a.metres - b.metres))
    markImpossible(track, metres, faults, records);
  return bestEfforts.metres.flatMap((metres) => {
    const best = fastest(track, metres, faults);
    return best !== null && best.seconds >= worldRecordSecondsOf(metres, records) ? [best] : [];
  });
}

/** For each point whether the step that leads to it is one that nobody could have run. */
const impossibleSteps = (track: readonly TrackPoint[], speedMax: number): boolean[] =>
  track.map((to, index) => {
    const before = track[index - 1];
    return before !== undefined && to.metres - before.metres > speedMax * (to.seconds - before.seconds);
  });

interface Stretch extends BestEffort {
  /** The steps after this point, up to the other, make it. */
  readonly from: number;
  readonly to: number;
}

/** Adds the steps of every stretch of this distance that beats the world record, and holds no known fault. */
function markImpossible(
  track: readonly TrackPoint[],
  metres: number,
  faults: boolean[],
  records: RecordRules,
): void {
  const record = worldRecordSecondsOf(metres, records);
  const found = [...stretches(track, metres, faults)].filter(({ seconds }) => seconds < record);
  for (const { from, to } of found) faults.fill(true, from + 1, to + 1);
}

function fastest(
  track: readonly TrackPoint[],
  metres: number,
  faults: readonly boolean[],
): BestEffort | null {
  let best: BestEffort | null = null;
  for (const { fromSeconds, seconds } of stretches(track, metres, faults))
    if (seconds > 0 && (best === null || seconds < best.seconds)) best = { metres, seconds, fromSeconds };
  return best;
}

/**
 * The stretch of this distance that ends at each point, where there is one without a fault. Two pointers along the
 * track; the start is drawn between two points, so that the distance is exact.
 */
function* stretches(
  track: readonly TrackPoint[],
  metres: number,
  faults: readonly boolean[],
): Generator<Stretch> {
  let from = 0;
  let soundFrom = 0;
  for (const [index, to] of track.entries()) {
    if (faults[index] === true) soundFrom = index;
    const start = to.metres - metres;
    if (start < (track[soundFrom]?.metres ?? 0)) continue;
    while ((track[from + 1]?.metres ?? Infinity) <= start) from += 1;
    const fromSeconds = secondsAt(track, from, start);
    yield { metres, seconds: to.seconds - fromSeconds, fromSeconds, from, to: index };
  }
}

function secondsAt(track: readonly TrackPoint[], index: number, metres: number): number {
  const [before, after] = [track[index], track[index + 1]];
  if (before === undefined) return 0;
  const width = (after?.metres ?? before.metres) - before.metres;
  return width <= 0 || after === undefined
    ? before.seconds
    : before.seconds + ((metres - before.metres) / width) * (after.seconds - before.seconds);
}
