import {
  parseCalendarDate,
  RACE_DISTANCES,
  type RaceDistance,
  type Units,
  UNITS,
  VOLUME_TIERS,
  type VolumeTier,
  WEEKDAYS,
  type Weekday,
} from "@strideiq/engine";
import { distanceNumber, parseDistance } from "@strideiq/wording";

/** Where the form has it from what is run now. */
export const VOLUMES = ["unknown", "known", "runs"] as const;
export type Volume = (typeof VOLUMES)[number];

export type ResultKind = "none" | RaceDistance | "other";

/** The form exactly as typed. Text stays text until it is sent, so that nothing typed is lost or "improved". */
export interface WishDraft {
  /** The unit in which the distances were typed. */
  readonly units: Units;
  readonly distance: RaceDistance;
  readonly raceDate: string;
  /** Empty until one is chosen: then what was run proposes, where anything was. */
  readonly volume: "" | Volume;
  readonly weekly: string;
  readonly longest: string;
  /** Empty until one is chosen: what is run now is not for us to guess. */
  readonly tier: VolumeTier | "";
  readonly resultKind: ResultKind;
  readonly resultDistance: string;
  readonly resultTime: string;
  readonly daysPerWeek: number;
  readonly unavailable: readonly Weekday[];
  readonly longRunDay: Weekday;
  readonly dayLimits: Readonly<Record<Weekday, string>>;
  readonly weekStart: Weekday;
  readonly age: string;
}

export const FIRST_DRAFT: WishDraft = {
  units: "km",
  distance: "marathon",
  raceDate: "",
  volume: "",
  weekly: "",
  longest: "",
  tier: "",
  resultKind: "none",
  resultDistance: "",
  resultTime: "",
  daysPerWeek: 4,
  unavailable: [],
  longRunDay: "sun",
  dayLimits: { mon: "", tue: "", wed: "", thu: "", fri: "", sat: "", sun: "" },
  weekStart: "mon",
  age: "",
};

export const MIN_RUN_DAYS = 3;
export const MAX_RUN_DAYS = 7;

/** Reads a remembered draft field by field; what an older page wrote differently falls back to the default. */
export function restoreDraft(text: string | null): WishDraft {
  const stored = parseObject(text);
  const limits = asRecord(stored["dayLimits"]);
  const oneOf = <T extends string>(key: string, values: readonly T[], fallback: T): T =>
    values.find((value) => value === stored[key]) ?? fallback;
  const words = (key: string): string => asText(stored[key]);
  return {
    units: oneOf("units", UNITS, FIRST_DRAFT.units),
    distance: oneOf("distance", RACE_DISTANCES, FIRST_DRAFT.distance),
    raceDate: parseCalendarDate(words("raceDate")).ok ? words("raceDate") : "",
    volume: oneOf("volume", ["", ...VOLUMES], FIRST_DRAFT.volume),
    weekly: words("weekly"),
    longest: words("longest"),
    tier: oneOf("tier", ["", ...VOLUME_TIERS], FIRST_DRAFT.tier),
    resultKind: oneOf("resultKind", ["none", ...RACE_DISTANCES, "other"], FIRST_DRAFT.resultKind),
    resultDistance: words("resultDistance"),
    resultTime: words("resultTime"),
    daysPerWeek: asRunDays(stored["daysPerWeek"]),
    unavailable: WEEKDAYS.filter((day) => asList(stored["unavailable"]).includes(day)),
    longRunDay: oneOf("longRunDay", WEEKDAYS, FIRST_DRAFT.longRunDay),
    dayLimits: limitsOf((day) => asText(limits[day])),
    weekStart: oneOf("weekStart", WEEKDAYS, FIRST_DRAFT.weekStart),
    age: words("age"),
  };
}

const limitsOf = (limit: (day: Weekday) => string): Readonly<Record<Weekday, string>> => ({
  mon: limit("mon"),
  tue: limit("tue"),
  wed: limit("wed"),
  thu: limit("thu"),
  fri: limit("fri"),
  sat: limit("sat"),
  sun: limit("sun"),
});

const asText = (value: unknown): string => (typeof value === "string" ? value : "");
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
const asRecord = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {});

const asRunDays = (value: unknown): number =>
  typeof value === "number" && Number.isInteger(value) && value >= MIN_RUN_DAYS && value <= MAX_RUN_DAYS
    ? value
    : FIRST_DRAFT.daysPerWeek;

function parseObject(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return asRecord(value);
  } catch {
    return {};
  }
}

/** The same distances in the given unit. What is not a number stays as it was typed. */
export function convertDraft(draft: WishDraft, units: Units): WishDraft {
  if (draft.units === units) return draft;
  const convert = (text: string): string => {
    const metres = parseDistance(text, draft.units);
    return metres.ok && /^[\d.,\s]+$/.test(text) ? distanceNumber(metres.value, units) : text;
  };
  return {
    ...draft,
    units,
    weekly: convert(draft.weekly),
    longest: convert(draft.longest),
    resultDistance: convert(draft.resultDistance),
  };
}
