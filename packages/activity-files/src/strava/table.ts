import { parse } from "csv-parse";
import { createHash } from "node:crypto";
import { TABLE_BYTES_MAX } from "../limits.ts";
import { numberIn, wordsIn } from "../reading.ts";
import { stravaTime } from "./strava-time.ts";

/** A row of `activities.csv`: what Strava and its athlete say of one activity. */
export interface StravaRow {
  readonly activityId: string;
  readonly startedAt: number | null;
  readonly name: string | null;
  readonly type: string | null;
  readonly notes: string | null;
  /** Path in the zip; null for an activity that was typed in. */
  readonly fileName: string | null;
  readonly elapsedSeconds: number | null;
  readonly movingSeconds: number | null;
  readonly metres: number | null;
  readonly ascentMetres: number | null;
  readonly maxHeartRate: number | null;
  readonly averageHeartRate: number | null;
  readonly effort: number | null;
}

export interface StravaTable {
  readonly rows: readonly StravaRow[];
  /** The table broke off, or was longer than any athlete's. */
  readonly isWhole: boolean;
}

/**
 * Reads the table as it comes. Columns are found by place, never by name: names are in the athlete's language,
 * some stand twice with different units, and some are the text of an error of the exporter. In all years the
 * first five columns are the same, and so is everything counted from the column with the file's name.
 */
export async function readStravaTable(stream: AsyncIterable<Uint8Array>): Promise<StravaTable> {
  const parser = parse({ bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
  const fed = feed(stream, parser);
  const waiting: string[][] = [];
  const rows: StravaRow[] = [];
  let column: number | null = null;
  let isHeader = true;
  let isWhole = true;
  try {
    for await (const record of parser) {
      const cells = cellsOf(record);
      if (isHeader) {
        isHeader = false;
        column = cells.indexOf("Filename");
        if (column === -1) column = null;
        continue;
      }
      column ??= fileColumnOf(cells);
      if (column === null) waiting.push(cells);
      else rows.push(rowOf(cells, column));
    }
  } catch {
    isWhole = false;
  }
  isWhole = (await fed) && isWhole;
  const early = waiting.map((cells) => rowOf(cells, column ?? likelyFileColumn(cells.length)));
  return { rows: [...early, ...rows].filter(({ activityId }) => activityId !== ""), isWhole };
}

async function feed(stream: AsyncIterable<Uint8Array>, parser: ReturnType<typeof parse>): Promise<boolean> {
  let bytes = 0;
  try {
    for await (const piece of stream) {
      bytes += piece.length;
      if (bytes > TABLE_BYTES_MAX) break;
      if (!parser.write(piece)) await new Promise((drained) => parser.once("drain", drained));
    }
    parser.end();
    return bytes <= TABLE_BYTES_MAX;
  } catch {
    parser.end();
    return false;
  }
}

const cellsOf = (record: unknown): string[] =>
  Array.isArray(record) ? record.map((cell) => (typeof cell === "string" ? cell : "")) : [];

const FILE_CELL = /^activities\/[^/]+[.](fit|gpx|tcx)([.]gz)?$/i;

function fileColumnOf(cells: readonly string[]): number | null {
  const column = cells.findIndex((cell) => FILE_CELL.test(cell));
  return column === -1 ? null : column;
}

/** Tables of 94 columns have two more before the file's name than those of 77. */
const likelyFileColumn = (columns: number): number => (columns > 85 ? 12 : 10);

/** Places counted from the column with the file's name; the second, unrounded block of numbers. */
const AFTER_FILE = {
  elapsedSeconds: 3,
  movingSeconds: 4,
  metres: 5,
  ascentMetres: 8,
  maxHeartRate: 18,
  averageHeartRate: 19,
  effort: 31,
} as const;

function rowOf(cells: readonly string[], fileColumn: number): StravaRow {
  const raw = (field: keyof typeof AFTER_FILE): number | null =>
    positive(cells[fileColumn + AFTER_FILE[field]] ?? "");
  const [id = "", date = "", name, type, notes] = cells;
  return {
    activityId: /^\d{1,20}$/.test(id.trim()) ? id.trim() : digestOf(cells),
    startedAt: stravaTime(date),
    name: wordsIn(name),
    type: wordsIn(type, 60),
    notes: wordsIn(notes, 1000),
    fileName: wordsIn(cells[fileColumn]),
    elapsedSeconds: raw("elapsedSeconds"),
    movingSeconds: raw("movingSeconds"),
    metres: raw("metres"),
    ascentMetres: raw("ascentMetres"),
    maxHeartRate: raw("maxHeartRate"),
    averageHeartRate: raw("averageHeartRate"),
    effort: raw("effort"),
  };
}

const positive = (cell: string): number | null => {
  const value = cell.trim() === "" ? null : numberIn(Number(cell));
  return value === null || value < 0 ? null : value;
};

/** A row without its number is known by all that it says; an empty row is none. */
const digestOf = (cells: readonly string[]): string =>
  cells.every((cell) => cell.trim() === "")
    ? ""
    : createHash("sha256").update(cells.join("\n")).digest("hex").slice(0, 32);
