import type { Result } from "../../result/result.ts";
import { type CalendarDate, parseCalendarDate } from "../../units/calendar-date.ts";
import type { PlanWeek } from "../plan.ts";
import { PHASES, WEEK_KINDS } from "../vocabulary.ts";
import { readAmount } from "./amounts.ts";
import { readDays, type SessionReading, sessionReading } from "./parse-days.ts";
import type { SecondsPerMetre } from "./parse-steps.ts";
import type { NotationProblem } from "./problem.ts";
import { createReader, readWord, type Reader } from "./reader.ts";

/**
 * Reads a week as `printWeek` writes it, in one line or with a line for each session. Sessions are
 * numbered anew, in their order; what stands before a session as its distance is reckoned anew.
 */
export function parseWeek(text: string, paces: SecondsPerMetre): Result<PlanWeek, NotationProblem> {
  const reader = createReader(text);
  reader.take(/\s+/);
  return reader.finish(readWeek(reader, sessionReading(paces)));
}

export function readWeek(reader: Reader, reading: SessionReading): PlanWeek | null {
  const header = readHeader(reader);
  if (header === null) return null;
  const { begins, ...week } = header;
  const days = readDays(reader, begins, reading);
  return days === null ? null : { ...week, days };
}

interface Header extends Omit<PlanWeek, "days"> {
  /** Absent where the week has no days. */
  readonly begins: CalendarDate | null;
}

const HEADER_COMPLAINT = "A week begins like this: W7 2027-01-25 build/cutback 51.9km.";

function readHeader(reader: Reader): Header | null {
  const [, number] = reader.take(/W(\d{1,3})(?!\d)/) ?? [];
  if (number === undefined) return reader.fail(HEADER_COMPLAINT);
  const begins = readDate(reader);
  const phase = begins === undefined ? null : readWord(reader, PHASES, "phase");
  if (begins === undefined || phase === null) return null;
  if (reader.take(/\//) === null)
    return reader.fail(`A slash and the kind of week belong here. ${HEADER_COMPLAINT}`);
  const kind = readWord(reader, WEEK_KINDS, "kind of week");
  const start = reader.at();
  const target = kind === null ? null : readAmount(reader);
  if (kind === null || target === null) return null;
  if (target.by === "time") return reader.fail("A week is measured in kilometres, not in time.", start);
  if (reader.take(/:/) === null && !reader.sees(/\n/) && !reader.isAtEnd())
    return reader.fail("A colon or a line break belongs between a week and its days.");
  return { week: Number(number), begins, phase, kind, targetMetres: target.metres };
}

/** Null where no date stands, undefined where it is none of the calendar. */
export function readDate(reader: Reader): CalendarDate | null | undefined {
  const start = reader.at();
  const [text] = reader.take(/\d[\d-]*/) ?? [];
  if (text === undefined) return null;
  const date = parseCalendarDate(text);
  if (date.ok) return date.value;
  reader.fail(
    `${text.slice(0, 24)} is not a day on the calendar. Write it as YYYY-MM-DD, such as 2027-04-18.`,
    start,
  );
  return undefined;
}
