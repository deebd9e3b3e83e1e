import type { RecordedLap, Recording, Sample } from "../recording/recording.ts";
import type { ActivityRules } from "../rules/activity-rules.ts";
import { ascentOf } from "./ascent.ts";
import type { Activity, Caution, Lap, TrackPoint } from "./activity.ts";
import { cleanSamples } from "./clean-samples.ts";
import { type Distances, distancesOf } from "./distances.ts";
import { type Home, localStart } from "./local-start.ts";
import { movingSecondsOf } from "./moving.ts";
import { isTooFastToRun, sportOf } from "./sport.ts";

/** Makes sense of one recording. Null when there is so little in it that a button was pressed by mistake. */
export function activityOf(recording: Recording, home: Home, rules: ActivityRules): Activity | null {
  const samples = cleanSamples(recording.samples, rules.recording);
  const distances = distancesOf(samples, recording.stops, rules.recording);
  const track = trackOf(samples, distances, recording, rules);
  const { laps, isContradicted } = lapsOf(recording, track);
  const totals = totalsOf(recording, track, laps, distances, rules);
  if (isMistake(totals, rules)) return null;
  const told = sportOf(recording, totals, rules);
  const { caution, start } = localStart(recording, samples, home, rules.recording);
  const isImpossible = told.sport === "run" && isTooFastToRun(totals, rules.records);
  const cautions: readonly (Caution | false | null)[] = [
    caution,
    told.caution,
    isContradicted && "laps_contradict",
    distances.hasJumps && "positions_left_out",
    isImpossible && "impossible_speed",
    totals.metres === null && "distance_missing",
  ];
  const { device, faults, format, id, name, notes, source, workout } = recording;
  return {
    ...{ id, source, format, name, notes, device, workout, faults },
    sport: isImpossible ? "other" : told.sport,
    surface: told.surface,
    start,
    ...totals,
    ascentMetres: ascentOf(track, rules.elevation) ?? recording.totals.ascentMetres,
    ...heartRatesOf(track, recording, rules),
    effort: effortOf(recording),
    laps,
    track,
    isTracked: track.length > 0,
    cautions: cautions.filter((one) => one !== null && one !== false),
  };
}

type Totals = Pick<Activity, "metres" | "elapsedSeconds" | "movingSeconds">;

const isMistake = ({ elapsedSeconds, metres }: Totals, { recording }: ActivityRules): boolean =>
  elapsedSeconds < recording.secondsMin && (metres ?? 0) < recording.metresMin;

function trackOf(
  samples: readonly Sample[],
  { from, metres }: Distances,
  { stops }: Recording,
  rules: ActivityRules,
): readonly TrackPoint[] {
  const [first] = samples;
  if (first === undefined) return [];
  const isPlaced = samples.some(({ latitude }) => latitude !== null);
  // Without positions the distance is a guess of the arm's swing: then only the watch says when one stood.
  const slowest = isPlaced && from !== "nothing" ? rules.moving.metresPerSecondMin : 0;
  const moving = movingSecondsOf(samples, metres, stops, { ...rules.moving, metresPerSecondMin: slowest });
  return samples.map(({ altitude, at, cadence, heartRate }, index) => ({
    seconds: (at - first.at) / 1000,
    movingSeconds: moving[index] ?? 0,
    metres: metres[index] ?? 0,
    altitude,
    heartRate,
    cadence,
  }));
}

/** How much of the track laps have to cover to be laps of it. */
const LAPS_SHARE = 0.5;

/** A lap header that tells minutes for seconds contradicts its own track; then the track is right. */
function lapsOf(
  { laps, samples, startedAt }: Recording,
  track: readonly TrackPoint[],
): { readonly laps: readonly Lap[]; readonly isContradicted: boolean } {
  const start = samples[0]?.at ?? startedAt ?? laps[0]?.startedAt ?? 0;
  const sane = laps.filter(({ seconds }) => Number.isFinite(seconds) && seconds > 0);
  const lasted = sane.reduce((sum, { seconds }) => sum + seconds, 0);
  const tracked = track.at(-1)?.seconds ?? 0;
  if (sane.length > 0 && tracked > 0 && lasted < tracked * LAPS_SHARE)
    return { laps: [], isContradicted: true };
  return { laps: sane.map((lap) => lapFrom(lap, start)), isContradicted: false };
}

const lapFrom = (lap: RecordedLap, start: number): Lap => ({
  fromSeconds: Math.max(0, (lap.startedAt - start) / 1000),
  seconds: lap.seconds,
  metres: lap.metres !== null && lap.metres > 0 ? lap.metres : null,
  averageHeartRate: lap.averageHeartRate,
  workoutStep: lap.workoutStep,
});

function totalsOf(
  { totals }: Recording,
  track: readonly TrackPoint[],
  laps: readonly Lap[],
  distances: Distances,
  { recording }: ActivityRules,
): Totals {
  const last = track.at(-1);
  const lapMetres = laps.reduce((sum, { metres }) => sum + (metres ?? 0), 0);
  const lapSeconds = laps.reduce((sum, { seconds }) => sum + seconds, 0);
  const tracked = distances.from === "nothing" ? 0 : (last?.metres ?? 0);
  const told = positive(totals.metres);
  const isTold = told !== null && (tracked === 0 || Math.abs(told / tracked - 1) <= recording.toldShare);
  const metres = isTold ? told : (positive(tracked) ?? positive(lapMetres) ?? told);
  const elapsedSeconds =
    positive(last?.seconds ?? null) ?? positive(totals.elapsedSeconds) ?? positive(lapSeconds) ?? 0;
  const timer = positive(totals.timerSeconds) ?? positive(lapSeconds) ?? elapsedSeconds;
  const moving = positive(last?.movingSeconds ?? null);
  return {
    metres,
    elapsedSeconds,
    movingSeconds: Math.min(moving ?? timer, Math.max(elapsedSeconds, timer)),
  };
}

const positive = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) && value > 0 ? value : null;

function heartRatesOf(
  track: readonly TrackPoint[],
  { totals }: Recording,
  { recording }: ActivityRules,
): Pick<Activity, "averageHeartRate" | "maxHeartRate"> {
  let [sum, count, max] = [0, 0, 0];
  for (const { heartRate } of track) {
    if (heartRate === null) continue;
    sum += heartRate;
    count += 1;
    if (heartRate > max) max = heartRate;
  }
  if (count > 0) return { averageHeartRate: sum / count, maxHeartRate: max };
  const believed = (value: number | null): number | null =>
    value !== null && value >= recording.heartRate.min && value <= recording.heartRate.max ? value : null;
  return {
    averageHeartRate: believed(totals.averageHeartRate),
    maxHeartRate: believed(totals.maxHeartRate),
  };
}

const effortOf = ({ totals }: Recording): number | null =>
  totals.effort !== null && totals.effort > 0 && totals.effort <= 10 ? totals.effort : null;
