import { type FileRefusal, NO_TOTALS, type RecordedLap, type Sample, type Stop } from "@strideiq/activity";
import { ok } from "@strideiq/engine";
import { SAMPLES_MAX } from "../limits.ts";
import { type Reading, refused, type Unnamed, wordsIn } from "../reading.ts";
import { decimalIn, offsetIn, parseXml, timeIn, type XmlReader } from "./parse-xml.ts";

/** Reads a TCX file: an activity for each `Activity`. A course or a list of workouts is none. */
export function readTcx(bytes: Uint8Array): Reading {
  const { reader, result } = createTcxReader();
  const parsed = parseXml(bytes, reader);
  if (!parsed.ok) return parsed;
  const { activities, isCourse, isWorkouts } = result();
  const faults = parsed.value === null ? [] : [parsed.value];
  const unnamed = activities
    .filter(({ laps, samples }) => samples.length > 0 || laps.length > 0)
    .map((activity) => ({ ...recordingOf(activity), faults }));
  if (unnamed.length > 0) return ok(unnamed);
  if (isCourse) return refused({ reason: "not_an_activity", holds: "course" });
  if (isWorkouts) return refused({ reason: "not_an_activity", holds: "workout" });
  return refused(
    parsed.value === null ? { reason: "nothing_recorded" } : { reason: "unreadable", format: "TCX" },
  );
}

function recordingOf(activity: TcxActivity): Unnamed {
  const { device, id, laps, notes, samples, sport, stops } = activity;
  return {
    format: "tcx",
    sportWord: sport,
    subSportWord: null,
    name: null,
    notes,
    device,
    startedAt: timeIn(id) ?? laps[0]?.startedAt ?? samples[0]?.at ?? null,
    toldStart: null,
    utcOffsetSeconds: offsetIn(id),
    totals: NO_TOTALS,
    laps,
    samples,
    stops,
    workout: null,
    faults: [],
  };
}

interface TcxActivity {
  readonly sport: string | null;
  id: string;
  notes: string | null;
  device: string | null;
  readonly laps: RecordedLap[];
  readonly samples: Sample[];
  readonly stops: Stop[];
}

interface Lap {
  readonly start: string;
  seconds: number | null;
  metres: number | null;
  heartRate: number | null;
}

interface Point {
  time: string;
  latitude: number | null;
  longitude: number | null;
  metres: number | null;
  altitude: number | null;
  heartRate: number | null;
  cadence: number | null;
}

const noPoint = (): Point => ({
  time: "",
  latitude: null,
  longitude: null,
  metres: null,
  altitude: null,
  heartRate: null,
  cadence: null,
});

interface Tcx {
  readonly activities: readonly TcxActivity[];
  readonly isCourse: boolean;
  readonly isWorkouts: boolean;
}

function createTcxReader(): { readonly reader: XmlReader; readonly result: () => Tcx } {
  const activities: TcxActivity[] = [];
  const found = { isCourse: false, isWorkouts: false };
  let activity: TcxActivity | null = null;
  let lap: Lap | null = null;
  let point: Point | null = null;
  /** Inside `HeartRateBpm`, `AverageHeartRateBpm` and the like, where the number stands in a `Value`. */
  let beats = "";
  let isNewTrack = false;
  let count = 0;

  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === "Trackpoint") point = noPoint();
    else if (name === "Track") isNewTrack = true;
    else if (name.endsWith("HeartRateBpm")) beats = name;
    else if (name === "Lap")
      lap = { start: attributes["StartTime"] ?? "", seconds: null, metres: null, heartRate: null };
    else if (name === "Activity") activities.push((activity = newActivity(attributes["Sport"])));
    else if (name === "Course") found.isCourse = true;
    else if (name === "Workout") found.isWorkouts = true;
  };
  const close = (name: string, text: string): void => {
    if (name === "Value") {
      if (point !== null) point.heartRate = decimalIn(text);
      else if (lap !== null && beats === "AverageHeartRateBpm") lap.heartRate = decimalIn(text);
    } else if (name === "Trackpoint") {
      if (activity !== null && point !== null) addPoint(activity, point, isNewTrack);
      count += 1;
      point = null;
      isNewTrack = false;
    } else if (point !== null) fillPoint(point, name, text);
    else if (name === "Lap") {
      if (activity !== null && lap !== null) addLap(activity, lap);
      lap = null;
    } else if (lap !== null) fillLap(lap, name, text);
    else if (name === "Activity") activity = null;
    else if (activity !== null) describe(activity, name, text);
  };
  const refusal = (): FileRefusal | null =>
    count > SAMPLES_MAX ? { reason: "too_many_samples", samplesMax: SAMPLES_MAX } : null;
  return { reader: { open, close, refusal }, result: () => ({ activities, ...found }) };
}

const newActivity = (sport: string | undefined): TcxActivity => ({
  sport: wordsIn(sport, 60),
  id: "",
  notes: null,
  device: null,
  laps: [],
  samples: [],
  stops: [],
});

function describe(activity: TcxActivity, name: string, text: string): void {
  if (name === "Id") activity.id = text.trim();
  else if (name === "Notes") activity.notes = wordsIn(text, 1000);
  else if (name === "Name") activity.device ??= wordsIn(text, 60);
}

function fillPoint(point: Point, name: string, text: string): void {
  if (name === "Time") point.time = text;
  else if (name === "LatitudeDegrees") point.latitude = decimalIn(text);
  else if (name === "LongitudeDegrees") point.longitude = decimalIn(text);
  else if (name === "AltitudeMeters") point.altitude = decimalIn(text);
  else if (name === "DistanceMeters") point.metres = decimalIn(text);
  else if (name === "Cadence" || name === "RunCadence") point.cadence = doubled(decimalIn(text));
}

/** Both elements count the steps of one foot. */
const doubled = (strides: number | null): number | null => (strides === null ? null : strides * 2);

function fillLap(lap: Lap, name: string, text: string): void {
  if (name === "TotalTimeSeconds") lap.seconds = decimalIn(text);
  else if (name === "DistanceMeters") lap.metres = decimalIn(text);
}

function addLap(activity: TcxActivity, { heartRate, metres, seconds, start }: Lap): void {
  const startedAt = timeIn(start);
  if (startedAt === null || seconds === null) return;
  activity.laps.push({ startedAt, seconds, metres, averageHeartRate: heartRate, workoutStep: null });
}

/** A new track inside a lap, or a lap that begins late: the watch was stopped in between. */
function addPoint(activity: TcxActivity, point: Point, isNewTrack: boolean): void {
  const at = timeIn(point.time);
  if (at === null) return;
  const last = activity.samples.at(-1);
  if (isNewTrack && last !== undefined && at - last.at > STOP_MILLISECONDS_MIN)
    activity.stops.push({ from: last.at, to: at });
  const { altitude, cadence, heartRate, latitude, longitude, metres } = point;
  activity.samples.push({ at, latitude, longitude, metres, altitude, heartRate, cadence });
}

/** Laps follow one another within the rhythm of recording; only a longer gap is a stop. */
const STOP_MILLISECONDS_MIN = 10_000;
