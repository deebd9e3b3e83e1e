import { type CalendarDate, nextWeekday, weekdayOf } from "../../units/calendar-date.ts";
import { WEEKDAYS } from "../../units/weekday.ts";
import type { PlanDay, Session } from "../plan.ts";
import { readSession } from "./parse-session.ts";
import { complaintAfterStep, type SecondsPerMetre } from "./parse-steps.ts";
import { readWord, type Reader } from "./reader.ts";

/** What every session of a text is read with. */
export interface SessionReading {
  readonly paces: SecondsPerMetre;
  /** An id that no session before has: the notation itself has none. */
  readonly nextId: () => string;
}

/** Numbers sessions in the order in which they are read: `s001`, `s002`, ... */
export function sessionReading(paces: SecondsPerMetre): SessionReading {
  let given = 0;
  const nextId = (): string => {
    given += 1;
    return `s${String(given).padStart(3, "0")}`;
  };
  return { paces, nextId };
}

/** A day that may be given another session yet. */
interface OpenDay extends PlanDay {
  readonly sessions: Session[];
}

const OR = /or(?!\p{L})/u;

/** Takes entries that lines or strokes divide, until the text or the week ends. */
export function readDays(
  reader: Reader,
  begins: CalendarDate | null,
  reading: SessionReading,
): readonly PlanDay[] | null {
  const days: OpenDay[] = [];
  for (;;) {
    reader.take(/[|\s]+/);
    if (reader.isAtEnd() || reader.sees(/W\d/)) return days;
    const read = reader.sees(OR)
      ? readOption(reader, days, reading)
      : readEntry(reader, begins, days, reading);
    if (read === null) return null;
    if (!reader.isAtEnd() && !reader.sees(/[|\n]/))
      return reader.fail(complaintAfterStep(reader, "A comma, a | or the end of the line belongs here."));
  }
}

/** Takes a day's rest or a session; the weekday of the day before, once more, is a second session. */
function readEntry(
  reader: Reader,
  begins: CalendarDate | null,
  days: OpenDay[],
  reading: SessionReading,
): true | null {
  const start = reader.at();
  const last = days.at(-1);
  const date = readDay(reader, begins, last?.date);
  if (date === null) return null;
  const isRest = reader.take(/rest(?!\p{L})/u) !== null;
  if (last?.date === date && (isRest || last.sessions.length === 0))
    return reader.fail("A day of rest has no session, and a day with a session is no rest.", start);
  const session = isRest ? undefined : readFirstOption(reader, reading);
  if (session === null) return null;
  const given = session === undefined ? [] : [session];
  if (last?.date === date) last.sessions.push(...given);
  else days.push({ date, sessions: given });
  return true;
}

/** The date on which the weekday comes next: the last day again, where that is its weekday. */
function readDay(
  reader: Reader,
  begins: CalendarDate | null,
  before: CalendarDate | undefined,
): CalendarDate | null {
  const start = reader.at();
  const weekday = readWord(reader, WEEKDAYS, "weekday");
  if (weekday === null) return null;
  if (before !== undefined) return nextWeekday(before, weekday);
  if (begins === null)
    return reader.fail("A week with days says in its first line on which date it begins.", start);
  if (weekdayOf(begins) === weekday) return begins;
  return reader.fail(
    `The week begins on ${begins}, which is not ${weekday} but ${weekdayOf(begins)}.`,
    start,
  );
}

function readFirstOption(reader: Reader, { nextId, paces }: SessionReading): Session | null {
  const read = readSession(reader, paces);
  if (read === null) return null;
  const { estimated, kind, metres, quality, seconds, steps, title } = read;
  const session = { id: nextId(), kind, title, quality, metres, seconds, steps, chosen: "a" as const };
  return estimated ? { ...session, estimated: true } : session;
}

function readOption(reader: Reader, days: readonly OpenDay[], { paces }: SessionReading): true | null {
  const start = reader.at();
  reader.take(OR);
  const sessions = days.at(-1)?.sessions;
  const first = sessions?.pop();
  if (sessions === undefined || first === undefined || first.optionB !== undefined)
    return reader.fail("An option stands behind a session, and there is one at most.", start);
  const chosen = reader.take(/chosen(?!\p{L})/u) === null ? "a" : "b";
  const option = readSession(reader, paces);
  if (option === null) return null;
  if (option.quality) return reader.fail("The star stands with option A and counts for both.", start);
  const { kind, metres, seconds, steps, title } = option;
  sessions.push({ ...first, chosen, optionB: { kind, title, metres, seconds, steps } });
  return true;
}
