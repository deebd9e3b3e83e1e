import {
  type ByDistance,
  type PlanRequest,
  type RaceResult,
  UNITS,
  type Weekday,
  weekdaysFrom,
} from "@strideiq/engine";
import { z } from "zod";
import {
  CalendarDateDocument,
  PlanRequestDocument,
  RaceDistanceDocument,
  VolumeTierDocument,
  WeekdayDocument,
} from "../plan-request-document.ts";

const optionalNumber = z.number().nullable().default(null);

export const EasyOnly = PlanRequestDocument.shape.easyOnly.meta({
  description:
    "Walking and easy running only, until hard sessions are taken up by a change; nothing of why is asked.",
});

const ResultWish = z
  .union([
    z.strictObject({ distance: RaceDistanceDocument, seconds: z.number() }),
    z.strictObject({ metres: z.number(), seconds: z.number() }),
  ])
  .meta({ description: "A race actually run: over one of our distances, or over any number of metres." });

/**
 * What an athlete asks for, as it travels: distances in metres, times in seconds. It says nothing of
 * today: the server knows which day it is in the athlete's time zone. What makes sense, the engine says.
 */
export const PlanWish = z
  .strictObject({
    distance: RaceDistanceDocument,
    raceDate: CalendarDateDocument,
    daysPerWeek: z.number().meta({ description: "Run days a week, 3 to 7." }),
    timeZone: z.string().min(1).max(64).optional().meta({
      description: "IANA name, such as Europe/Berlin; without it the server's own.",
      example: "UTC",
    }),
    weekStart: WeekdayDocument.default("mon"),
    units: z.enum(UNITS).default("km"),
    unavailable: z.array(WeekdayDocument).max(7).default([]),
    longRunDay: WeekdayDocument.optional().meta({
      description: "Without it Sunday, or the last day of the week that is free.",
    }),
    dayLimits: z
      .partialRecord(WeekdayDocument, z.number())
      .default({})
      .meta({ description: "The longest session, in seconds, that a weekday has room for." }),
    weeklyMetres: optionalNumber.meta({ description: "Mean weekly distance of the last four weeks." }),
    longestMetres: optionalNumber.meta({ description: "Longest run of the last 30 days." }),
    result: ResultWish.nullable().default(null),
    age: optionalNumber,
    history: PlanRequestDocument.shape.history.default(null),
    tier: VolumeTierDocument.nullable().default(null),
    weeks: optionalNumber.meta({ description: "Length of a standard plan; else from the next week on." }),
    easyOnly: EasyOnly,
  })
  .meta({
    examples: [
      {
        distance: "marathon",
        raceDate: "2027-04-18",
        daysPerWeek: 5,
        timeZone: "Europe/Berlin",
        unavailable: ["mon"],
        weeklyMetres: 55_000,
        longestMetres: 18_000,
        result: { distance: "half_marathon", seconds: 5_900 },
      },
    ],
  });

/** A wish with its defaults filled in. */
export type PlanWish = z.output<typeof PlanWish>;
/** A wish as a client may write it, defaults left out. */
export type PlanWishInput = z.input<typeof PlanWish>;

export interface WishContext {
  /** The zone of the machine, for a wish that names none. */
  readonly timeZone: string;
  readonly raceMetres: ByDistance<number>;
}

/** The wish in the engine's terms; `today` is for the clock to say. */
export function requestOfWish(wish: PlanWish, context: WishContext): Omit<PlanRequest, "today"> {
  const unavailable = [...new Set(wish.unavailable)];
  return {
    ...wish,
    unavailable,
    timeZone: wish.timeZone ?? context.timeZone,
    longRunDay: wish.longRunDay ?? usualLongRunDay(unavailable, wish.weekStart),
    dayLimits: wish.dayLimits,
    result: wish.result === null ? null : resultOf(wish.result, context),
  };
}

/** Sunday, as most runners do; where that day is taken, the last free day of the athlete's week. */
export function usualLongRunDay(unavailable: readonly Weekday[], weekStart: Weekday): Weekday {
  const free = weekdaysFrom(weekStart).filter((weekday) => !unavailable.includes(weekday));
  return free.includes("sun") ? "sun" : (free.at(-1) ?? "sun");
}

const resultOf = (result: z.output<typeof ResultWish>, { raceMetres }: WishContext): RaceResult => ({
  metres: "metres" in result ? result.metres : raceMetres[result.distance],
  seconds: result.seconds,
});
