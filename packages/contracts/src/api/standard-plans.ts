import { UNITS } from "@strideiq/engine";
import { z } from "zod";
import { CalendarDateDocument, RaceDistanceDocument, WeekdayDocument } from "../plan-request-document.ts";
import { EasyOnly } from "./plan-wish.ts";
import { Limit } from "./plan-history-answers.ts";

const StandardPlanId = z
  .string()
  .regex(/^[a-z0-9-]{1,100}$/)
  .meta({ example: "marathon-18-weeks-mid" });

export const StandardPlanParams = z.strictObject({ standardPlanId: StandardPlanId });

export const StandardPlanListQuery = z.strictObject({
  after: StandardPlanId.optional().meta({ description: "The last id of the page before." }),
  limit: Limit,
});

const StandardPlanSummary = z.strictObject({
  id: StandardPlanId,
  distance: RaceDistanceDocument,
  weeks: z.int(),
  tier: z.enum(["low", "mid", "high"]),
  daysPerWeek: z.int(),
  startMetres: z.number().meta({ description: "Of the first week." }),
  peakMetres: z.number().meta({ description: "Of the longest week." }),
});

export const StandardPlanListAnswer = z.strictObject({
  plans: z.array(StandardPlanSummary),
  next: StandardPlanId.nullable(),
});

export const StandardPlanQuery = z.strictObject({
  raceDate: CalendarDateDocument,
  units: z.enum(UNITS).default("km"),
});
export type StandardPlanQuery = z.infer<typeof StandardPlanQuery>;

/** Where and how a standard plan is to be run. */
export const PlacingBody = z
  .strictObject({
    raceDate: CalendarDateDocument,
    timeZone: z.string().min(1).max(64).optional(),
    units: z.enum(UNITS).default("km"),
    weekStart: WeekdayDocument.default("mon"),
    unavailable: z.array(WeekdayDocument).max(7).default([]),
    longRunDay: WeekdayDocument.optional(),
    easyOnly: EasyOnly,
  })
  .meta({ examples: [{ raceDate: "2027-04-18", timeZone: "Europe/Berlin", unavailable: ["mon"] }] });
