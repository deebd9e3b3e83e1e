import { closeSync, openSync, writeSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { fitOf, gpxOf, type SyntheticRun, tcxOf } from "./run.fixture.ts";
import { type Packed, zipPieces } from "./zip.fixture.ts";

export interface ArchiveShape {
  readonly activities: number;
  /** Both layouts of real archives, and the shorter one as an athlete with another language gets it. */
  readonly layout: 94 | 77 | "german";
  readonly firstStart?: number;
  /** Seconds between samples: 1 as watches record, more for a test that is about numbers of files. */
  readonly everySeconds?: number;
}

/** Writes an archive as Strava hands it out, a file at a time; equal shapes give equal bytes. */
export function writeStravaArchive(path: string, shape: ArchiveShape): void {
  const file = openSync(path, "w");
  try {
    for (const piece of zipPieces(archiveFiles(shape))) writeSync(file, piece);
  } finally {
    closeSync(file);
  }
}

export function* archiveFiles(shape: ArchiveShape): Generator<Packed> {
  const rows = [HEADERS[shape.layout]];
  for (let index = 0; index < shape.activities; index += 1) {
    const file = fileOf(index, shape);
    rows.push(rowOf(index, shape, file?.name ?? ""));
    if (file !== null) yield file;
    if (index % 100 === 0)
      yield { name: `media/${index}.jpg`, bytes: Buffer.from([0xff, 0xd8, index % 256]) };
  }
  yield { name: "activities.csv", bytes: Buffer.from(`${rows.join("\n")}\n`) };
  yield { name: "profile.csv", bytes: Buffer.from("Athlete ID\n1\n") };
}

/** Every tenth activity was typed in and has no file; every twelfth is a ride. */
const isTyped = (index: number): boolean => index % 10 === 9;
const isRide = (index: number): boolean => index % 12 === 11;

export function syntheticRun(index: number, { everySeconds = 60, firstStart }: ArchiveShape): SyntheticRun {
  // Eight years of 5,000 activities end before today: a start yet to come counts as a wrong clock.
  const start = firstStart ?? Date.UTC(2016, 0, 1, 6);
  return {
    startedAt: start + index * 14 * 3_600_000,
    seconds: 1800 + (index % 7) * 600,
    everySeconds,
    secondsPerKm: isRide(index) ? 120 : 290 + (index % 11) * 8,
    latitude: 47 + (index % 50) / 100,
    longitude: 8 + (index % 30) / 100,
    heartRate: 135 + (index % 30),
  };
}

function fileOf(index: number, shape: ArchiveShape): Packed | null {
  if (isTyped(index)) return null;
  const run = syntheticRun(index, shape);
  // The number in a file's name is that of the upload, not of the activity.
  const name = `activities/${7_000_000 + index}`;
  switch (index % 4) {
    case 0:
      return { name: `${name}.fit.gz`, bytes: gzipSync(fitOf(run, isRide(index) ? "cycling" : "running")) };
    case 1:
      return { name: `${name}.gpx.gz`, bytes: gzipSync(gpxOf(run, isRide(index) ? "cycling" : "running")) };
    case 2:
      return { name: `${name}.gpx`, bytes: Buffer.from(gpxOf(run, null)) };
    default:
      return { name: `${name}.tcx.gz`, bytes: gzipSync(tcxOf(run, isRide(index) ? "Biking" : "Running")) };
  }
}

function rowOf(index: number, shape: ArchiveShape, fileName: string): string {
  const run = syntheticRun(index, shape);
  const metres = (run.seconds / run.secondsPerKm) * 1000;
  const type = isRide(index) ? "Ride" : "Run";
  const isGerman = shape.layout === "german";
  const first = [
    String(9_000_000 + index),
    quoted(isGerman ? germanTime(run.startedAt) : englishTime(run.startedAt)),
    quoted(`Activity ${index}`),
    isGerman ? (isRide(index) ? "Radfahrt" : "Lauf") : type,
    index % 25 === 0 ? quoted('Felt "good",\nthen tired') : "",
    String(run.seconds),
    (metres / 1000).toFixed(2),
  ];
  const beforeFile = shape.layout === 94 ? ["171.0", "", "FALSE", "", ""] : ["", "false", ""];
  const raw = [
    ...[
      "",
      "",
      run.seconds.toFixed(1),
      run.seconds.toFixed(1),
      metres.toFixed(5),
      "4.2",
      "3.1",
      "42.0",
      "41.0",
    ],
    ...["98.0", "121.0", "12.5", "0.0", "", "", "90.0", "84.0", "171.0", String(run.heartRate)],
  ];
  const columns = shape.layout === 94 ? 94 : 77;
  const cells = [...first, ...beforeFile, fileName, ...raw];
  return [...cells, ...Array.from({ length: columns - cells.length }, () => "")].join(",");
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const englishTime = (at: number): string =>
  new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" })
    .format(at)
    .replaceAll("\u202F", " ");

const germanTime = (at: number): string =>
  new Intl.DateTimeFormat("de", { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" }).format(at);

/** The header rows of two real archives, and the beginning of one in German. */
const HEADERS: Readonly<Record<ArchiveShape["layout"], string>> = {
  94:
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time," +
    "Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename," +
    "Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed," +
    "Elevation Gain,Elevation Loss,Elevation Low,Elevation High,Max Grade,Average Grade," +
    "Average Positive Grade,Average Negative Grade,Max Cadence,Average Cadence,Max Heart Rate," +
    "Average Heart Rate,Max Watts,Average Watts,Calories,Max Temperature,Average Temperature," +
    "Relative Effort,Total Work,Number of Runs,Uphill Time,Downhill Time,Other Time," +
    "Perceived Exertion,Type,Start Time,Weighted Average Power,Power Count," +
    "Prefer Perceived Exertion,Perceived Relative Effort,Commute,Total Weight Lifted,From Upload," +
    "Grade Adjusted Distance,Weather Observation Time,Weather Condition,Weather Temperature," +
    "Apparent Temperature,Dewpoint,Humidity,Weather Pressure,Wind Speed,Wind Gust,Wind Bearing," +
    "Precipitation Intensity,Sunrise Time,Sunset Time,Moon Phase,Bike,Gear," +
    "Precipitation Probability,Precipitation Type,Cloud Cover,Weather Visibility,UV Index," +
    "Weather Ozone,Jump Count,Total Grit,Average Flow,Flagged,Average Elapsed Speed,Dirt Distance," +
    "Newly Explored Distance,Newly Explored Dirt Distance,Activity Count,Total Steps,Carbon Saved," +
    "Pool Length,Training Load,Intensity,Average Grade Adjusted Pace,Timer Time,Total Cycles,Media",
  77:
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time," +
    "Distance,Relative Effort,Commute,Activity Gear,Filename,Athlete Weight,Bike Weight," +
    "Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,Elevation Gain,Elevation Loss," +
    "Elevation Low,Elevation High,Max Grade,Average Grade,Average Positive Grade," +
    "Average Negative Grade,Max Cadence,Average Cadence,Max Heart Rate,Average Heart Rate,Max Watts," +
    "Average Watts,Calories,Max Temperature,Average Temperature,Relative Effort,Total Work," +
    "Number of Runs,Uphill Time,Downhill Time,Other Time,Perceived Exertion," +
    "translation missing: en-US.lib.export.portability_exporter.activities.horton_values.type," +
    "translation missing: en-US.lib.export.portability_exporter.activities.horton_values.start_time," +
    "Weighted Average Power,Power Count,Prefer Perceived Exertion,Perceived Relative Effort,Commute," +
    "Total Weight Lifted,From Upload,Grade Adjusted Distance,Weather Observation Time," +
    "Weather Condition,Weather Temperature,Apparent Temperature,Dewpoint,Humidity,Weather Pressure," +
    "Wind Speed,Wind Gust,Wind Bearing,Precipitation Intensity,Sunrise Time,Sunset Time,Moon Phase," +
    "Bike,Gear,Precipitation Probability,Precipitation Type,Cloud Cover,Weather Visibility,UV Index," +
    "Weather Ozone," +
    "translation missing: en-US.lib.export.portability_exporter.activities.horton_values.jump_count," +
    "translation missing: en-US.lib.export.portability_exporter.activities.horton_values.total_grit," +
    "translation missing: en-US.lib.export.portability_exporter.activities.horton_values.avg_flow",
  german:
    "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung," +
    "Verstrichene Zeit,Distanz,Relative Leistung,Arbeitsweg,Ausrüstung,Dateiname," +
    "Gewicht des Athleten,Gewicht des Rads,Verstrichene Zeit,Bewegungszeit,Distanz",
};
