import {
  addDays,
  type CalendarDate,
  type ChangedWish,
  daysBetween,
  type Done,
  parseCalendarDate,
} from "@strideiq/engine";
import { parseWeekday } from "./weekday.ts";
import type { Complain } from "./wish-options.ts";

/** The options of `strideiq replan` that say what shall change, as they were typed. */
export interface ChangeOptions {
  readonly move?: string;
  readonly swap?: string;
  readonly respace?: true;
  readonly block?: readonly string[];
  readonly pause?: string;
  readonly repeatWeek?: string;
  readonly longRunDay?: string;
  readonly raceDate?: string;
  readonly resume?: true;
  readonly ill?: string;
  readonly injured?: string;
  readonly done?: string;
}

/** What shall change, and what was run so far. */
export interface Asked {
  readonly wish: ChangedWish;
  readonly done: Done | null;
}

const PURPOSES = ["move", "swap", "block", "pause", "repeatWeek", "longRunDay", "resume"] as const;

const CHOOSE =
  "Say one thing that shall change: --move, --swap, --block, --pause, --repeat-week, --long-run-day, --race-date, --resume, --ill, --injured or --done.";

/** Reads what shall change; a pause and a repeated week may move the race as well. */
export function changedWishOf(options: ChangeOptions, complain: Complain): ChangedWish | null {
  const given = PURPOSES.filter((purpose) => options[purpose] !== undefined);
  if (given.length > 1) return complain("replan", `That is more than one change. ${CHOOSE}`);
  const [purpose] = given;
  switch (purpose) {
    case "move":
      return moveOf(options, complain);
    case "swap":
      return swapOf(options, complain);
    case "block":
      return blockOf(options, complain);
    case "pause":
      return pauseOf(options, complain);
    case "repeatWeek":
      return repeatOf(options, complain);
    case "longRunDay":
      return longRunDayOf(options, complain);
    case "resume":
      return { kind: "resume" };
    default:
      return restOf(options, complain);
  }
}

function restOf({ raceDate, done, ill, injured }: ChangeOptions, complain: Complain): ChangedWish | null {
  if (raceDate !== undefined) {
    const date = dateOf("--race-date", raceDate, complain);
    return date === null ? null : { kind: "race_date", date };
  }
  return (done ?? ill ?? injured) === undefined ? complain("replan", CHOOSE) : { kind: "adapt" };
}

export function dateOf(option: string, text: string, complain: Complain): CalendarDate | null {
  const date = parseCalendarDate(text.trim());
  return date.ok
    ? date.value
    : complain(option, `"${text}" is not a day on the calendar. Write it as YYYY-MM-DD, such as 2027-04-18.`);
}

const respaceOf = ({ respace }: ChangeOptions): { readonly respace?: true } =>
  respace === true ? { respace } : {};

function moveOf(options: ChangeOptions, complain: Complain): ChangedWish | null {
  const [session = "", day] = (options.move ?? "").split(":");
  if (day === undefined || session === "")
    return complain("--move", "takes a session and a day, such as s012:2027-01-14.");
  const to = dateOf("--move", day, complain);
  return to === null ? null : { kind: "move", session: session.trim(), to, ...respaceOf(options) };
}

function swapOf(options: ChangeOptions, complain: Complain): ChangedWish | null {
  const [first, second] = (options.swap ?? "").split(":");
  if (first === undefined || second === undefined)
    return complain("--swap", "takes two days, such as 2027-01-12:2027-01-14.");
  const one = dateOf("--swap", first, complain);
  const other = dateOf("--swap", second, complain);
  return one === null || other === null ? null : { kind: "swap", days: [one, other], ...respaceOf(options) };
}

/** No holiday is longer than this; a longer range is a slip of the pen. */
const RANGE_DAYS_MAX = 366;

function blockOf({ block = [] }: ChangeOptions, complain: Complain): ChangedWish | null {
  const days: CalendarDate[] = [];
  for (const text of block.flatMap((one) => one.split(","))) {
    const range = rangeOf("--block", text, complain);
    if (range === null) return null;
    for (let day = range.first; day <= range.last; day = addDays(day, 1)) days.push(day);
  }
  return { kind: "block_days", days: [...new Set(days)].sort() };
}

export interface DateRange {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

export function rangeOf(option: string, text: string, complain: Complain): DateRange | null {
  const [from = "", to = from] = text.split("..");
  const first = dateOf(option, from, complain);
  const last = first === null ? null : dateOf(option, to, complain);
  if (first === null || last === null) return null;
  const days = daysBetween(first, last);
  if (days < 0 || days > RANGE_DAYS_MAX)
    return complain(option, `"${text}" is no range of days; write the first one first.`);
  return { first, last };
}

function pauseOf(options: ChangeOptions, complain: Complain): ChangedWish | null {
  const range = rangeOf("--pause", options.pause ?? "", complain);
  const race = raceOf(options, complain);
  return range === null || race === null ? null : { kind: "pause", ...range, ...race };
}

function repeatOf(options: ChangeOptions, complain: Complain): ChangedWish | null {
  const week = Number(options.repeatWeek);
  const race = raceOf(options, complain);
  if (!Number.isInteger(week) || week < 1)
    return complain("--repeat-week", `"${options.repeatWeek ?? ""}" is not the number of a week, such as 7.`);
  return race === null ? null : { kind: "repeat_week", week, ...race };
}

function raceOf(
  { raceDate }: ChangeOptions,
  complain: Complain,
): { readonly raceDate?: CalendarDate } | null {
  if (raceDate === undefined) return {};
  const date = dateOf("--race-date", raceDate, complain);
  return date === null ? null : { raceDate: date };
}

function longRunDayOf({ longRunDay = "" }: ChangeOptions, complain: Complain): ChangedWish | null {
  const weekday = parseWeekday(longRunDay);
  return weekday === null
    ? complain("--long-run-day", `"${longRunDay}" is no weekday. Choose mon, tue, wed, thu, fri, sat or sun.`)
    : { kind: "long_run_day", weekday };
}
