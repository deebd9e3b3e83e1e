import { NO_TOTALS, type Recording, type RecordingFault } from "@strideiq/activity";
import { err, ok } from "@strideiq/engine";
import type { OpenZip, ZipEntry } from "../packed/open-zip.ts";
import { readEntry } from "../packed/read-entry.ts";
import type { FileReport } from "../report.ts";
import { readStravaTable, type StravaRow } from "./table.ts";

const TABLE = /^(?:[^/]+\/)?activities[.]csv$/;
const ACTIVITY = /^(?:[^/]+\/)?activities\/[^/]+$/;

/** An archive that Strava hands out to its athlete has a table of all activities beside their files. */
export const isStravaArchive = (entries: readonly ZipEntry[]): boolean =>
  entries.some(({ name }) => TABLE.test(name));

/**
 * Every activity of the archive once, in the order of its table; then files that the table does not name. A
 * file that is lost or unreadable is told by its row instead. Other files of the archive (photos, followers,
 * messages) are none of our business and are not opened.
 */
export async function* readStravaArchive(
  zip: OpenZip,
  zipName: string,
  from: number,
): AsyncGenerator<FileReport> {
  const table = zip.entries.find(({ name }) => TABLE.test(name));
  if (table === undefined) return;
  const { isWhole, rows } = await readTable(table);
  const folder = table.name.slice(0, -"activities.csv".length);
  const files = new Map(zip.entries.map((entry) => [entry.name, entry]));
  const named = new Set(rows.map(({ fileName }) => `${folder}${fileName ?? ""}`));
  const strays = zip.entries.filter(({ name }) => ACTIVITY.test(name) && !named.has(name));
  const faults = isWhole ? 0 : 1;
  const of = rows.length + strays.length + faults;
  for (const [position, row] of rows.entries()) {
    if (position < from) continue;
    const file = row.fileName === null ? undefined : files.get(folder + row.fileName);
    const name = `${zipName}: ${row.fileName ?? row.name ?? row.activityId}`;
    yield { name, position, of, ...(await readRow(row, file)) };
  }
  for (const [index, stray] of strays.entries()) {
    const position = rows.length + index;
    if (position >= from)
      yield { name: `${zipName}: ${stray.name}`, position, of, ...(await readStray(stray)) };
  }
  if (!isWhole && from < of)
    yield {
      name: `${zipName}: ${table.name}`,
      position: of - 1,
      of,
      result: err({ reason: "unreadable", format: "CSV" }),
      original: null,
    };
}

async function readTable(table: ZipEntry): ReturnType<typeof readStravaTable> {
  try {
    return await readStravaTable(await table.stream());
  } catch {
    return { rows: [], isWhole: false };
  }
}

type Read = Pick<FileReport, "result" | "original">;

async function readStray(entry: ZipEntry): Promise<Read> {
  const { original, result } = await readEntry(entry);
  if (!result.ok) return { original, result };
  return {
    original,
    result: ok(result.value.map((recording) => ({ ...recording, source: "strava_archive" }))),
  };
}

async function readRow(row: StravaRow, file: ZipEntry | undefined): Promise<Read> {
  if (file === undefined) return { original: null, result: withFile(row, null) };
  const { original, result } = await readEntry(file);
  return { original, result: withFile(row, result) };
}

function withFile(row: StravaRow, read: FileReport["result"] | null): FileReport["result"] {
  if (read?.ok === true) return ok(read.value.map((recording, index) => withRow(recording, row, index)));
  if (row.startedAt === null || (row.elapsedSeconds ?? row.movingSeconds) === null)
    return read ?? err(row.fileName === null ? { reason: "nothing_recorded" } : { reason: "missing" });
  return ok([fromRow(row, read === null ? (row.fileName === null ? [] : ["file_missing"]) : ["damaged"])]);
}

const idOf = ({ activityId }: StravaRow, index = 0): string =>
  `strava-${activityId}${index === 0 ? "" : `-${String(index)}`}`;

/** What the athlete wrote on Strava is later and better than what the device was set to. */
function withRow(recording: Recording, row: StravaRow, index: number): Recording {
  return {
    ...recording,
    id: idOf(row, index),
    source: "strava_archive",
    sportWord: (index === 0 ? row.type : null) ?? recording.sportWord,
    name: row.name ?? recording.name,
    notes: row.notes ?? recording.notes,
    startedAt: recording.startedAt ?? row.startedAt,
    toldStart: row.startedAt,
    totals: { ...recording.totals, effort: row.effort ?? recording.totals.effort },
  };
}

function fromRow(row: StravaRow, faults: readonly RecordingFault[]): Recording {
  return {
    id: idOf(row),
    source: "strava_archive",
    format: "table",
    sportWord: row.type,
    subSportWord: null,
    name: row.name,
    notes: row.notes,
    device: null,
    startedAt: row.startedAt,
    toldStart: row.startedAt,
    utcOffsetSeconds: null,
    totals: {
      ...NO_TOTALS,
      metres: row.metres,
      elapsedSeconds: row.elapsedSeconds,
      timerSeconds: row.movingSeconds,
      ascentMetres: row.ascentMetres,
      averageHeartRate: row.averageHeartRate,
      maxHeartRate: row.maxHeartRate,
      effort: row.effort,
    },
    laps: [],
    samples: [],
    stops: [],
    workout: null,
    faults,
  };
}
