import type { TrackPoint } from "./activity.ts";

type Column = readonly (number | null)[];

/** A column for each value: alike numbers stand beside each other, and pack to a tenth. */
interface Columns {
  readonly seconds: readonly number[];
  readonly movingSeconds: readonly number[];
  readonly metres: readonly number[];
  readonly altitude: Column;
  readonly heartRate: Column;
  readonly cadence: Column;
}

const cut = (value: number): number => Math.round(value * 100) / 100;
const cutOrNull = (value: number | null): number | null => (value === null ? null : cut(value));

/** A track as text to be kept: to the centimetre and the hundredth of a second. */
export const writeTrack = (track: readonly TrackPoint[]): string =>
  JSON.stringify({
    seconds: track.map(({ seconds }) => cut(seconds)),
    movingSeconds: track.map(({ movingSeconds }) => cut(movingSeconds)),
    metres: track.map(({ metres }) => cut(metres)),
    altitude: track.map(({ altitude }) => cutOrNull(altitude)),
    heartRate: track.map(({ heartRate }) => cutOrNull(heartRate)),
    cadence: track.map(({ cadence }) => cutOrNull(cadence)),
  } satisfies Columns);

/** The track that `writeTrack` wrote. */
export function readTrack(text: string): readonly TrackPoint[] {
  const columns: unknown = JSON.parse(text);
  if (!isColumns(columns)) throw new Error("What is read here was not written by writeTrack.");
  return columns.seconds.map((seconds, index) => ({
    seconds,
    movingSeconds: columns.movingSeconds[index] ?? 0,
    metres: columns.metres[index] ?? 0,
    altitude: columns.altitude[index] ?? null,
    heartRate: columns.heartRate[index] ?? null,
    cadence: columns.cadence[index] ?? null,
  }));
}

const COLUMNS = ["seconds", "movingSeconds", "metres", "altitude", "heartRate", "cadence"] as const;

const isColumns = (value: unknown): value is Columns =>
  typeof value === "object" &&
  value !== null &&
  COLUMNS.every((name) => Array.isArray(Reflect.get(value, name)));
