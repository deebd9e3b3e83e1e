import { NO_TOTALS, type FileRefusal, type Sample, type Stop } from "@strideiq/activity";
import { ok } from "@strideiq/engine";
import { SAMPLES_MAX } from "../limits.ts";
import { type Reading, refused, type Unnamed, wordsIn } from "../reading.ts";
import { decimalIn, offsetIn, parseXml, timeIn, type XmlReader } from "./parse-xml.ts";

/** One `trk` while it is being read. */
interface Track {
  name: string | null;
  type: string | null;
  notes: string | null;
  utcOffsetSeconds: number | null;
  readonly samples: Sample[];
  readonly stops: Stop[];
  /** Points without a time: a route drawn on a map has nothing else. */
  timeless: number;
}

/**
 * Reads a GPX file: an activity for each track. Between two segments of a track the watch was stopped. A
 * route, or a track without times, was never run.
 */
export function readGpx(bytes: Uint8Array): Reading {
  const { reader, result } = createGpxReader();
  const parsed = parseXml(bytes, reader);
  if (!parsed.ok) return parsed;
  const { tracks, device } = result();
  const faults = parsed.value === null ? [] : [parsed.value];
  const unnamed = tracks
    .filter(({ samples }) => samples.length > 0)
    .map((track): Unnamed => ({
      format: "gpx",
      sportWord: track.type,
      subSportWord: null,
      name: track.name,
      notes: track.notes,
      device,
      startedAt: track.samples[0]?.at ?? null,
      toldStart: null,
      utcOffsetSeconds: track.utcOffsetSeconds,
      totals: NO_TOTALS,
      laps: [],
      samples: track.samples,
      stops: track.stops,
      workout: null,
      faults,
    }));
  if (unnamed.length > 0) return ok(unnamed);
  if (tracks.some(({ timeless }) => timeless > 0)) return refused({ reason: "no_times" });
  return refused(
    parsed.value === null
      ? { reason: "not_an_activity", holds: "course" }
      : { reason: "unreadable", format: "GPX" },
  );
}

interface Gpx {
  readonly tracks: readonly Track[];
  readonly device: string | null;
}

function createGpxReader(): { readonly reader: XmlReader; readonly result: () => Gpx } {
  const tracks: Track[] = [];
  let device: string | null = null;
  let track: Track | null = null;
  let point = noPoint();
  let time = "";
  let isPoint = false;
  let isNewSegment = false;
  let count = 0;

  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === "trkpt") {
      isPoint = true;
      time = "";
      point = noPoint();
      point.latitude = decimalIn(attributes["lat"] ?? "");
      point.longitude = decimalIn(attributes["lon"] ?? "");
    } else if (name === "trkseg") isNewSegment = true;
    else if (name === "trk") {
      track = newTrack();
      tracks.push(track);
    } else if (name === "gpx") device = wordsIn(attributes["creator"], 60);
  };
  const close = (name: string, text: string): void => {
    if (name === "trkpt") {
      if (track !== null) addPoint(track, point, time, isNewSegment);
      count += 1;
      isPoint = false;
      isNewSegment = false;
    } else if (isPoint && name === "time") time = text;
    else if (isPoint) fillPoint(point, name, text);
    else if (name === "trk") track = null;
    else if (track !== null) describeTrack(track, name, text);
  };
  const refusal = (): FileRefusal | null =>
    count > SAMPLES_MAX ? { reason: "too_many_samples", samplesMax: SAMPLES_MAX } : null;
  return { reader: { open, close, refusal }, result: () => ({ tracks, device }) };
}

/** A sample while its element is being read. */
type Point = { -readonly [Field in keyof Sample]: Sample[Field] };

const noPoint = (): Point => ({
  at: 0,
  latitude: null,
  longitude: null,
  metres: null,
  altitude: null,
  heartRate: null,
  cadence: null,
});

const newTrack = (): Track => ({
  name: null,
  type: null,
  notes: null,
  utcOffsetSeconds: null,
  samples: [],
  stops: [],
  timeless: 0,
});

function fillPoint(point: Point, name: string, text: string): void {
  if (name === "ele") point.altitude = decimalIn(text);
  else if (name === "hr" || name === "heartrate") point.heartRate = decimalIn(text);
  else if (name === "cad" || name === "cadence") point.cadence = doubled(decimalIn(text));
}

/** GPX takes over the habit of counting one foot. */
const doubled = (strides: number | null): number | null => (strides === null ? null : strides * 2);

function describeTrack(track: Track, name: string, text: string): void {
  if (name === "name") track.name = wordsIn(text);
  else if (name === "type") track.type = wordsIn(text, 60);
  else if (name === "desc" || name === "cmt") track.notes = wordsIn(text, 1000);
}

function addPoint(track: Track, point: Point, time: string, isNewSegment: boolean): void {
  const at = time === "" ? null : timeIn(time);
  if (at === null) {
    track.timeless += 1;
    return;
  }
  point.at = at;
  const last = track.samples.at(-1);
  if (last === undefined) track.utcOffsetSeconds = offsetIn(time);
  else if (isNewSegment && at > last.at) track.stops.push({ from: last.at, to: at });
  track.samples.push(point);
}
