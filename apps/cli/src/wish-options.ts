import {
  addDays,
  type CalendarDate,
  nextWeekday,
  parseCalendarDate,
  type PlanRequest,
  type RaceDistance,
  type RaceResult,
  type Units,
  VOLUME_TIERS,
  type VolumeTier,
  type Weekday,
  weekdaysFrom,
} from "@strideiq/engine";
import { parseDistance, parseDuration, parseResult, quoted } from "@strideiq/wording";
import { localToday } from "./today.ts";
import { parseWeekday } from "./weekday.ts";

/** The options of `strideiq plan` as they were typed. */
export interface WishOptions {
  readonly race?: string;
  readonly on?: string;
  readonly weeks?: string;
  readonly tier?: string;
  readonly result?: string;
  readonly weeklyKm?: string;
  readonly weeklyMi?: string;
  readonly longestKm?: string;
  readonly longestMi?: string;
  readonly days?: string;
  readonly off?: readonly string[];
  readonly longDay?: string;
  readonly limit?: readonly string[];
  readonly weekStart?: string;
  readonly age?: string;
  readonly today?: string;
  readonly timeZone?: string;
  readonly units?: Units;
}

/** Takes a note of what cannot be read, so that all of it is told at once. */
export type Complain = (option: string, sentence: string) => null;

const RACE_WORDS: ReadonlyMap<string, RaceDistance> = new Map(
  Object.entries({
    "5k": "5k",
    "10k": "10k",
    half: "half_marathon",
    half_marathon: "half_marathon",
    marathon: "marathon",
  } as const),
);

export const unitsOf = (options: WishOptions): Units =>
  options.units ?? (options.weeklyMi === undefined && options.longestMi === undefined ? "km" : "mi");

export function raceOf({ race }: WishOptions, complain: Complain): RaceDistance | null {
  const cure = "Choose 5k, 10k, half_marathon or marathon.";
  if (race === undefined) return complain("--race", `is missing. ${cure}`);
  const word = race
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
  const known = RACE_WORDS.get(word);
  return known ?? complain("--race", `${quoted(race)} is not a race that plans are made for. ${cure}`);
}

export function todayOf(options: WishOptions, timeZone: string, complain: Complain): CalendarDate | null {
  const now = localToday(timeZone);
  if (now === null)
    return complain(
      "--time-zone",
      `${quoted(timeZone)} is not a time zone. Use its IANA name, such as Europe/Berlin.`,
    );
  return options.today === undefined ? now : dateOption("--today", options.today, complain);
}

function dateOption(option: string, text: string, complain: Complain): CalendarDate | null {
  const date = parseCalendarDate(text.trim());
  if (date.ok) return date.value;
  const cure = "Write it as YYYY-MM-DD, such as 2027-04-18.";
  return complain(option, `${quoted(text)} is not a day on the calendar. ${cure}`);
}

interface Calendar {
  readonly today: CalendarDate | null;
  readonly weekStart: Weekday | null;
  readonly weeks: number | null;
}

/** Without a date, a plan of so many weeks ends on the last day of its last week. */
export function raceDateOf(
  options: WishOptions,
  calendar: Calendar,
  complain: Complain,
): CalendarDate | null {
  const { today, weeks, weekStart } = calendar;
  if (options.on !== undefined) return dateOption("--on", options.on, complain);
  if (options.weeks === undefined)
    return complain(
      "--on",
      "is missing. Say when the race is, such as --on 2027-04-18, or ask for a standard plan with --weeks 18 --tier mid.",
    );
  if (today === null || weekStart === null || weeks === null) return null;
  return addDays(nextWeekday(today, weekStart), Math.floor(Math.min(weeks, WEEKS_READABLE)) * 7 - 1);
}

/** A century of weeks; beyond it a date has no four-digit year. The engine says what is too long. */
const WEEKS_READABLE = 5200;

export function tierOf({ tier }: WishOptions, complain: Complain): VolumeTier | null {
  if (tier === undefined) return null;
  const known = VOLUME_TIERS.find((name) => name === tier.trim().toLowerCase());
  return (
    known ?? complain("--tier", `${quoted(tier)} is not a volume tier. Choose ${VOLUME_TIERS.join(", ")}.`)
  );
}

export function weekdayOption(option: string, text: string, complain: Complain): Weekday | null {
  return (
    parseWeekday(text) ??
    complain(option, `${quoted(text)} is not a weekday. Write mon, tue, wed, thu, fri, sat or sun.`)
  );
}

const splitList = (values: readonly string[] | undefined): readonly string[] =>
  (values ?? []).flatMap((value) => value.split(",")).filter((value) => value.trim() !== "");

export const weekdaysOf = ({ off }: WishOptions, complain: Complain): readonly Weekday[] => [
  ...new Set(splitList(off).flatMap((text) => weekdayOption("--off", text, complain) ?? [])),
];

/** Sunday, else Saturday, else the last free day of the week. */
export function usualLongRunDay(weekStart: Weekday, unavailable: readonly Weekday[]): Weekday {
  const free = weekdaysFrom(weekStart).filter((day) => !unavailable.includes(day));
  return (["sun", "sat"] as const).find((day) => free.includes(day)) ?? free.at(-1) ?? "sun";
}

export function missingDays({ days }: WishOptions, complain: Complain): null {
  return days === undefined
    ? complain("--days", "is missing. Say on how many days a week you want to run, such as --days 5.")
    : null;
}

export function numberOption(
  option: string,
  text: string | undefined,
  kind: string,
  complain: Complain,
): number | null {
  if (text === undefined) return null;
  return /^-?\d+(\.\d+)?$/.test(text.trim())
    ? Number(text)
    : complain(option, `${quoted(text)} is not a number. Write ${kind}.`);
}

export function limitsOf({ limit }: WishOptions, complain: Complain): PlanRequest["dayLimits"] {
  const limits: Partial<Record<Weekday, number>> = {};
  for (const text of splitList(limit)) {
    const [day = "", time = ""] = text.split("=");
    const weekday = parseWeekday(day);
    const seconds = parseDuration(time);
    if (weekday === null)
      complain("--limit", `${quoted(text)} names no weekday. Write day=time, such as tue=45min.`);
    else if (!seconds.ok)
      complain("--limit", `${quoted(text)} gives no time. Write day=time, such as tue=45min.`);
    else limits[weekday] = seconds.value;
  }
  return limits;
}

export function distanceOf(
  options: WishOptions,
  which: "weekly" | "longest",
  complain: Complain,
): number | null {
  const km = options[`${which}Km`];
  const text = km ?? options[`${which}Mi`];
  if (text === undefined) return null;
  const option = `--${which}-${km === undefined ? "mi" : "km"}`;
  if (/^-/.test(text.trim()))
    return complain(option, `${quoted(text)} is less than nothing. Write a number such as 55.`);
  const metres = parseDistance(text, km === undefined ? "mi" : "km");
  return metres.ok ? metres.value : complain(option, metres.error.message);
}

export function resultOf({ result }: WishOptions, complain: Complain): RaceResult | null {
  if (result === undefined) return null;
  const parsed = parseResult(result);
  return parsed.ok ? parsed.value : complain("--result", parsed.error.message);
}

const OPTIONS: Readonly<Record<string, string>> = {
  distance: "--race",
  raceDate: "--on",
  today: "--today",
  weekStart: "--week-start",
  timeZone: "--time-zone",
  units: "--units",
  daysPerWeek: "--days",
  unavailable: "--off",
  longRunDay: "--long-day",
  dayLimits: "--limit",
  result: "--result",
  age: "--age",
  tier: "--tier",
  weeks: "--weeks",
};

/** The option that a field of the wish came from. */
export function optionOf(field: string, options: WishOptions): string {
  if (field === "weeklyMetres") return options.weeklyKm === undefined ? "--weekly-mi" : "--weekly-km";
  if (field === "longestMetres") return options.longestKm === undefined ? "--longest-mi" : "--longest-km";
  if (field === "raceDate" && options.on === undefined) return "--weeks";
  return OPTIONS[field] ?? field;
}
