import {
  parseCalendarDate,
  type TrainingHistory,
  type Units,
  type VolumeTier,
  WEEKDAYS,
} from "@strideiq/engine";
import { parseDistance, parseDuration } from "@strideiq/wording";
import type { PlanWishInput } from "@strideiq/contracts";
import { messages } from "../messages.ts";
import type { WishDraft } from "./draft.ts";
import type { AnsweredDraft } from "./from-runs.ts";
import { resultMetres } from "./race-metres.ts";
import { readRaceTime } from "./read-time.ts";

/** The fields that can carry a message; the names are those of the wish on the wire. */
export const WISH_FIELDS = [
  "distance",
  "raceDate",
  "weeklyMetres",
  "longestMetres",
  "tier",
  "result",
  "daysPerWeek",
  "unavailable",
  "longRunDay",
  "dayLimits",
  "weekStart",
  "age",
] as const;
export type WishField = (typeof WISH_FIELDS)[number];
export type FieldErrors = Readonly<Partial<Record<WishField, string>>>;

export interface ReadWish {
  readonly wish: PlanWishInput;
  /** What could not be read. The wish may be sent only when there is nothing here. */
  readonly errors: FieldErrors;
}

/**
 * Reads the form into a wish; `history` is what the numbers are from, where they are those of the runs. Whether the wish
 * makes sense for a runner is for the server to say.
 */
export function readWish(
  draft: AnsweredDraft,
  units: Units,
  timeZone: string,
  history: TrainingHistory | null = null,
): ReadWish {
  const errors: Partial<Record<WishField, string>> = {};
  const distance = (field: WishField, text: string): number | null => {
    if (draft.volume === "unknown" || text.trim() === "") return null;
    const metres = parseDistance(text, units);
    if (!metres.ok) errors[field] = metres.error.message;
    return metres.ok ? Math.round(metres.value) : null;
  };

  if (draft.raceDate === "") errors.raceDate = messages.wish.raceDateMissing;
  else if (!parseCalendarDate(draft.raceDate).ok) errors.raceDate = messages.wish.raceDateUnreal;
  if (draft.daysPerWeek > WEEKDAYS.length - draft.unavailable.length)
    errors.daysPerWeek = messages.wish.tooFewDays(
      draft.daysPerWeek,
      WEEKDAYS.length - draft.unavailable.length,
    );

  const wish: PlanWishInput = {
    distance: draft.distance,
    raceDate: draft.raceDate,
    timeZone,
    weekStart: draft.weekStart,
    units,
    daysPerWeek: draft.daysPerWeek,
    unavailable: [...draft.unavailable],
    longRunDay: draft.longRunDay,
    dayLimits: readLimits(draft, errors),
    weeklyMetres: distance("weeklyMetres", draft.weekly),
    longestMetres: distance("longestMetres", draft.longest),
    result: readResult(draft, units, errors),
    age: readAge(draft.age, errors),
    history: history === null ? null : { weeks: [...history.weeks] },
    tier: readTier(draft, errors),
    weeks: null,
  };
  return { wish, errors };
}

function readTier({ volume, tier }: AnsweredDraft, errors: Errors): VolumeTier | null {
  if (volume === "known") return null;
  if (tier === "" && volume === "unknown") errors.tier = messages.wish.levelMissing;
  return tier === "" ? null : tier;
}

type Errors = Partial<Record<WishField, string>>;

function readResult(draft: WishDraft, units: Units, errors: Errors): PlanWishInput["result"] {
  if (draft.resultKind === "none" || draft.resultTime.trim() === "") return null;
  const metres = resultMetres(draft, units);
  if (metres === null) {
    errors.result = messages.wish.resultDistanceMissing;
    return null;
  }
  const seconds = readRaceTime(draft.resultTime, metres);
  if (!seconds.ok) {
    errors.result = seconds.error;
    return null;
  }
  return draft.resultKind === "other"
    ? { metres, seconds: seconds.value }
    : { distance: draft.resultKind, seconds: seconds.value };
}

function readLimits(draft: WishDraft, errors: Errors): PlanWishInput["dayLimits"] {
  const limits: Partial<Record<(typeof WEEKDAYS)[number], number>> = {};
  for (const day of WEEKDAYS) {
    const text = draft.dayLimits[day];
    if (text.trim() === "" || draft.unavailable.includes(day)) continue;
    const seconds = parseDuration(text);
    if (seconds.ok) limits[day] = seconds.value;
    else errors.dayLimits = seconds.error.message;
  }
  return limits;
}

function readAge(text: string, errors: Errors): number | null {
  if (text.trim() === "") return null;
  const age = Number(text);
  if (Number.isInteger(age) && age > 0) return age;
  errors.age = messages.wish.ageUnreadable;
  return null;
}
