import type { Activity } from "./activity.ts";

/**
 * Several files of one run as one activity, in the order in which they were run: a watch that was restarted, or
 * warm-up, race and cool-down. The time between them counts as a pause.
 */
export function joinActivities(activities: readonly Activity[]): Activity | null {
  const ordered = activities.toSorted(
    (a, b) => (a.start?.at ?? 0) - (b.start?.at ?? 0) || (a.id < b.id ? -1 : 1),
  );
  const [first, ...rest] = ordered;
  return first === undefined ? null : rest.reduce(joinTwo, first);
}

function joinTwo(before: Activity, after: Activity): Activity {
  const gap =
    before.start === null || after.start === null
      ? before.elapsedSeconds
      : Math.max(before.elapsedSeconds, (after.start.at - before.start.at) / 1000);
  const track = after.track.map((point) => ({
    ...point,
    seconds: point.seconds + gap,
    movingSeconds: point.movingSeconds + before.movingSeconds,
    metres: point.metres + (before.metres ?? 0),
  }));
  const laps = after.laps.map((lap) => ({ ...lap, fromSeconds: lap.fromSeconds + gap }));
  const seconds = before.movingSeconds + after.movingSeconds;
  const weighed = (a: number | null, b: number | null): number | null =>
    a === null || b === null ? (a ?? b) : (a * before.movingSeconds + b * after.movingSeconds) / seconds;
  return {
    ...before,
    metres: sum(before.metres, after.metres),
    elapsedSeconds: gap + after.elapsedSeconds,
    movingSeconds: seconds,
    ascentMetres: sum(before.ascentMetres, after.ascentMetres),
    averageHeartRate: weighed(before.averageHeartRate, after.averageHeartRate),
    maxHeartRate:
      before.maxHeartRate === null
        ? after.maxHeartRate
        : Math.max(before.maxHeartRate, after.maxHeartRate ?? 0),
    effort: before.effort === null ? after.effort : Math.max(before.effort, after.effort ?? 0),
    laps: [...before.laps, ...laps],
    track: [...before.track, ...track],
    isTracked: before.isTracked || after.isTracked,
    faults: [...new Set([...before.faults, ...after.faults])],
    cautions: [...new Set([...before.cautions, ...after.cautions])],
  };
}

const sum = (a: number | null, b: number | null): number | null => (a === null ? b : a + (b ?? 0));
