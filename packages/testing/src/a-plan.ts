import {
  addDays,
  parseCalendarDate,
  PLAN_SCHEMA,
  weekdayOf,
  type CalendarDate,
  type PlanDay,
  type PlanRequest,
  type PlanUnderLaw,
  type PlanWeek,
} from "@strideiq/engine";
import { PACES } from "./paces.ts";
import { MARATHON, TEN_K, TEN_K_LONG_RUN_FIRST, TEN_K_MIDWEEK, type Row } from "./rows.ts";
import { sessionFrom } from "./sessions.ts";

/** A date written in a test; one that does not exist is a mistake of the test. */
export function onDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (!date.ok) throw new Error(`${text} is no date.`);
  return date.value;
}

export interface PlanText {
  /** The first day; its weekday is the athlete's week start. */
  readonly firstDay: CalendarDate;
  readonly distance: PlanUnderLaw["distance"];
  readonly rows: readonly Row[];
  readonly request: Pick<PlanRequest, "longRunDay" | "weeklyMetres" | "longestMetres">;
}

/** Cells written over those of a plan, by week number. */
export type Rewrites = Readonly<Record<number, string>>;

/** Builds a plan from hand-written rows. Targets are the sums of their days. */
export function planFrom({ firstDay, distance, rows, request }: PlanText): PlanUnderLaw {
  const weeks = rows.map((row, index) => weekFrom(row, index, firstDay));
  const raceDay = weeks
    .flatMap((week) => week.days)
    .find((day) => day.sessions.some((session) => session.kind === "race"));
  if (raceDay === undefined) throw new Error("The rows hold no race.");
  return {
    schema: PLAN_SCHEMA,
    distance,
    tier: "mid",
    daysPerWeek: 5,
    raceDate: raceDay.date,
    request: {
      distance,
      raceDate: raceDay.date,
      today: firstDay,
      weekStart: weekdayOf(firstDay),
      timeZone: "Europe/Berlin",
      units: "km",
      daysPerWeek: 5,
      unavailable: [],
      dayLimits: {},
      result: { metres: 10_000, seconds: 2680 },
      age: null,
      history: null,
      tier: null,
      weeks: null,
      ...request,
    },
    paces: PACES,
    rpi: 46,
    provenance: { engine: "hand", rulebook: "hand", plugins: {} },
    weeks,
    adjustments: [],
  };
}

function weekFrom([phase, kind, cells]: Row, index: number, firstDay: CalendarDate): PlanWeek {
  const days = cells.split(" ").map((cell, day): PlanDay => {
    const date = addDays(firstDay, index * 7 + day);
    const id = `w${String(index + 1)}d${String(day + 1)}`;
    return { date, sessions: cell === "-" ? [] : [{ ...sessionFrom(cell), id, chosen: "a" }] };
  });
  return retargeted({ week: index + 1, phase, kind, targetMetres: 0, days });
}

/** The week with its target set to what its days hold. */
export function retargeted(week: PlanWeek): PlanWeek {
  const metres = week.days.flatMap((day) => day.sessions.map((session) => session.metres));
  return { ...week, targetMetres: metres.reduce((sum, next) => sum + next, 0) };
}

const rewritten = (rows: readonly Row[], rewrites: Rewrites): readonly Row[] =>
  rows.map(([phase, kind, cells], index): Row => [phase, kind, rewrites[index + 1] ?? cells]);

const tenK = (rows: readonly Row[], firstDay: string, rewrites: Rewrites): PlanUnderLaw =>
  planFrom({
    firstDay: onDate(firstDay),
    distance: "10k",
    rows: rewritten(rows, rewrites),
    request: {
      longRunDay: weekdayOf(addDays(onDate(firstDay), longRunIndexOf(rows))),
      weeklyMetres: 40_000,
      longestMetres: 12_000,
    },
  });

const longRunIndexOf = (rows: readonly Row[]): number =>
  rows[0]?.[2].split(" ").findIndex((cell) => cell.startsWith("L")) ?? 0;

/** A law-abiding 10K plan over the turn of a year; `rewrites` replaces the days of single weeks. */
export const aPlan = (rewrites: Rewrites = {}, firstDay = "2026-11-23"): PlanUnderLaw =>
  tenK(TEN_K, firstDay, rewrites);

/** A law-abiding 10K plan with the race on a Wednesday in weeks that begin on Monday. */
export const aMidweekPlan = (rewrites: Rewrites = {}): PlanUnderLaw =>
  tenK(TEN_K_MIDWEEK, "2026-11-23", rewrites);

/** A law-abiding 10K plan in weeks that begin on Sunday, with long runs and race on that day. */
export const aSundayStartPlan = (rewrites: Rewrites = {}): PlanUnderLaw =>
  tenK(TEN_K_LONG_RUN_FIRST, "2026-11-29", rewrites);

/** A law-abiding marathon plan. */
export const aMarathonPlan = (rewrites: Rewrites = {}): PlanUnderLaw =>
  planFrom({
    firstDay: onDate("2026-11-23"),
    distance: "marathon",
    rows: rewritten(MARATHON, rewrites),
    request: { longRunDay: "sun", weeklyMetres: 56_000, longestMetres: 20_000 },
  });
