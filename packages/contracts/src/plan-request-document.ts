import {
  type CalendarDate,
  parseCalendarDate,
  type PlanRequest,
  RACE_DISTANCES,
  UNITS,
  VOLUME_TIERS,
  WEEKDAYS,
} from "@strideiq/engine";
import { z } from "zod";
import type { DeepReadonly, SameShape } from "./same-shape.ts";

const isCalendarDate = (text: string): text is CalendarDate => parseCalendarDate(text).ok;

/** A day that exists, `YYYY-MM-DD`. */
export const CalendarDateDocument = z
  .string()
  .max(10)
  .refine(isCalendarDate, "a day that exists, written as YYYY-MM-DD")
  .meta({ format: "date", pattern: "^\\d{4}-\\d{2}-\\d{2}$" });

/** Metres; no plan, week or history of a runner comes near the limit. */
export const MetresDocument = z.number().min(0).max(10_000_000);
/** Seconds; no plan, week or history of a runner comes near the limit. */
export const SecondsDocument = z.number().min(0).max(10_000_000);

export const RaceDistanceDocument = z.enum(RACE_DISTANCES);
export const VolumeTierDocument = z.enum(VOLUME_TIERS);
export const WeekdayDocument = z.enum(WEEKDAYS);

const RaceResultDocument = z.strictObject({ metres: MetresDocument, seconds: SecondsDocument });

const TrainingHistoryDocument = z.strictObject({
  weeks: z
    .array(
      z.strictObject({
        metres: MetresDocument,
        longestMetres: MetresDocument,
        runs: z.int().min(0).max(100),
      }),
    )
    .max(520),
});

/** The whole wish, as a plan carries it. Whether it makes sense is the engine's `checkRequest` to say. */
export const PlanRequestDocument = z.strictObject({
  distance: RaceDistanceDocument,
  raceDate: CalendarDateDocument,
  today: CalendarDateDocument,
  weekStart: WeekdayDocument,
  timeZone: z.string().min(1).max(64),
  units: z.enum(UNITS),
  daysPerWeek: z.int().min(0).max(7),
  unavailable: z.array(WeekdayDocument).max(7),
  longRunDay: WeekdayDocument,
  dayLimits: z.partialRecord(WeekdayDocument, SecondsDocument),
  weeklyMetres: MetresDocument.nullable(),
  longestMetres: MetresDocument.nullable(),
  result: RaceResultDocument.nullable(),
  age: z.number().min(0).max(150).nullable(),
  history: TrainingHistoryDocument.nullable(),
  tier: VolumeTierDocument.nullable(),
  weeks: z.int().min(0).max(60).nullable(),
  easyOnly: z.literal(true).exactOptional(),
});

true satisfies SameShape<DeepReadonly<z.output<typeof PlanRequestDocument>>, PlanRequest>;
