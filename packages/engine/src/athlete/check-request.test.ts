import { describe, expect, it } from "vitest";
import { PACE_RULES } from "../pace/rules.fixture.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type CalendarDate, parseCalendarDate } from "../units/calendar-date.ts";
import { checkRequest } from "./check-request.ts";
import type { RequestProblem } from "./request-problem.ts";
import type { PlanRequest } from "./request.ts";

const day = (text: string): CalendarDate => {
  const parsed = parseCalendarDate(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

// Only these groups of the rulebook bear on whether a wish makes sense.
const rulebook = {
  horizon: { weeksMin: 4, weeksMax: 24, source: "test" },
  pace: PACE_RULES,
} as Rulebook;

const wish: PlanRequest = {
  distance: "marathon",
  raceDate: day("2027-04-18"),
  today: day("2026-11-23"),
  weekStart: "mon",
  timeZone: "Europe/Berlin",
  units: "km",
  daysPerWeek: 5,
  unavailable: ["mon"],
  longRunDay: "sun",
  dayLimits: { wed: 3600 },
  weeklyMetres: 55_000,
  longestMetres: 18_000,
  result: { metres: 21_097.5, seconds: 5900 },
  age: 41,
  history: null,
  tier: null,
  weeks: null,
};

/** The wish with fields as they might arrive from a form or a file, before anybody typed them. */
const check = (changes: Readonly<Partial<Record<keyof PlanRequest, unknown>>>): readonly RequestProblem[] => {
  const checked = checkRequest({ ...wish, ...changes } as PlanRequest, rulebook);
  return checked.ok ? [] : checked.error;
};

describe("checkRequest", () => {
  it("hands back a wish that makes sense", () => {
    expect(checkRequest(wish, rulebook)).toEqual({ ok: true, value: wish });
  });

  it.each<[string, Parameters<typeof check>[0], RequestProblem]>([
    ["an unknown race", { distance: "100k" }, { field: "distance", problem: "unknown_value", value: "100k" }],
    [
      "an unknown weekday off",
      { unavailable: ["mon", "day"] },
      { field: "unavailable", problem: "unknown_value", value: "day" },
    ],
    [
      "an unknown weekday for the long run",
      { longRunDay: "So" },
      { field: "longRunDay", problem: "unknown_value", value: "So" },
    ],
    ["an unknown week start", { weekStart: "" }, { field: "weekStart", problem: "unknown_value", value: "" }],
    [
      "a limit for an unknown day",
      { dayLimits: { xyz: 3600 } },
      { field: "dayLimits", problem: "unknown_value", value: "xyz" },
    ],
    ["unknown units", { units: "miles" }, { field: "units", problem: "unknown_value", value: "miles" }],
    ["an unknown tier", { tier: "pro" }, { field: "tier", problem: "unknown_value", value: "pro" }],
    [
      "a race on a day that does not exist",
      { raceDate: "2027-02-29" },
      { field: "raceDate", problem: "not_a_date", value: "2027-02-29" },
    ],
    [
      "a race yesterday",
      { raceDate: "2026-11-22" },
      { field: "raceDate", problem: "in_the_past", value: "2026-11-22" },
    ],
    [
      "a race today",
      { raceDate: "2026-11-23" },
      { field: "raceDate", problem: "today", value: "2026-11-23" },
    ],
    [
      "a race in another lifetime",
      { raceDate: "2207-04-18" },
      { field: "raceDate", problem: "out_of_range", value: "2207-04-18" },
    ],
    [
      "two days a week",
      { daysPerWeek: 2 },
      { field: "daysPerWeek", problem: "out_of_range", value: 2, min: 3, max: 7 },
    ],
    [
      "four and a half days a week",
      { daysPerWeek: 4.5 },
      { field: "daysPerWeek", problem: "out_of_range", value: 4.5, min: 3, max: 7 },
    ],
    [
      "no number of days",
      { daysPerWeek: Number.NaN },
      { field: "daysPerWeek", problem: "not_a_number", value: null },
    ],
    [
      "a negative week",
      { weeklyMetres: -1 },
      { field: "weeklyMetres", problem: "out_of_range", value: -1, min: 0, max: 400_000 },
    ],
    [
      "more than 400 km a week",
      { weeklyMetres: 400_001 },
      { field: "weeklyMetres", problem: "out_of_range", value: 400_001, min: 0, max: 400_000 },
    ],
    [
      "an endless week",
      { weeklyMetres: Infinity },
      { field: "weeklyMetres", problem: "not_a_number", value: null },
    ],
    [
      "a longest run over 100 km",
      { longestMetres: 120_000 },
      { field: "longestMetres", problem: "out_of_range", value: 120_000, min: 0, max: 100_000 },
    ],
    [
      "a longest run that the weeks have no room for",
      { weeklyMetres: 7000, longestMetres: 30_001 },
      { field: "longestMetres", problem: "contradiction", value: 30_001, min: 500, max: 30_000 },
    ],
    [
      "five minutes for a run",
      { dayLimits: { wed: 300 } },
      { field: "dayLimits", problem: "out_of_range", value: 300, min: 600, max: 43_200, day: "wed" },
    ],
    ["a runner of four", { age: 4 }, { field: "age", problem: "out_of_range", value: 4, min: 10, max: 100 }],
    [
      "a plan of three weeks",
      { weeks: 3 },
      { field: "weeks", problem: "out_of_range", value: 3, min: 4, max: 24 },
    ],
    [
      "a plan of 25 weeks",
      { weeks: 25 },
      { field: "weeks", problem: "out_of_range", value: 25, min: 4, max: 24 },
    ],
    [
      "a half marathon faster than the world record",
      { result: { metres: 21_097.5, seconds: 3401 } },
      { field: "result", problem: "faster_than_world_record", value: 3401, min: 3402, part: "seconds" },
    ],
    [
      "a longest run of a kilometre in weeks of thirty",
      { weeklyMetres: 30_000, longestMetres: 1000 },
      { field: "longestMetres", problem: "contradiction", value: 1000, min: 30_000 / 14, max: 900_000 / 7 },
    ],
    [
      "a race too short for the equations",
      { result: { metres: 400, seconds: 60 } },
      { field: "result", problem: "out_of_range", value: 400, min: 1500, max: 50_000, part: "metres" },
    ],
    [
      "a race in no time at all",
      { result: { metres: 5000, seconds: Number.NaN } },
      { field: "result", problem: "not_a_number", value: null, part: "seconds" },
    ],
    [
      "a history week whose longest run is longer than the week",
      { history: { weeks: [{ metres: 10_000, longestMetres: 12_000, runs: 3 }] } },
      { field: "history", problem: "contradiction", value: 12_000, min: 0, max: 10_000 },
    ],
    [
      "a history week without end",
      { history: { weeks: [{ metres: Infinity, longestMetres: 12_000, runs: 3 }] } },
      { field: "history", problem: "not_a_number", value: null },
    ],
    [
      "a history week of half a run",
      { history: { weeks: [{ metres: 10_000, longestMetres: 5000, runs: 0.5 }] } },
      { field: "history", problem: "out_of_range", value: 0.5, min: 0, max: 50 },
    ],
    [
      "a today that does not exist",
      { today: "2026-02-30" },
      { field: "today", problem: "not_a_date", value: "2026-02-30" },
    ],
    [
      "a history week with kilometres and no runs",
      { history: { weeks: [{ metres: 10_000, longestMetres: 5000, runs: 0 }] } },
      { field: "history", problem: "contradiction", value: 5000, min: 0, max: 10_000 },
    ],
  ])("refuses %s", (_title, changes, problem) => {
    expect(check(changes)).toEqual([problem]);
  });

  it("refuses a crawl that says nothing about running, with the slowest time it takes", () => {
    expect(check({ result: { metres: 5000, seconds: 7200 } })).toEqual([
      expect.objectContaining({ field: "result", problem: "out_of_range", value: 7200, part: "seconds" }),
    ]);
    expect(check({ result: { metres: 42_195, seconds: 7.5 * 3600 } })).toEqual([]);
  });

  it("lists every field that makes no sense at once", () => {
    const fields = check({ distance: "100k", daysPerWeek: 9, raceDate: "2020-01-01" }).map(
      ({ field }) => field,
    );
    expect(fields).toEqual(["distance", "raceDate", "daysPerWeek"]);
  });

  it.each([
    [
      "three run days with five days blocked",
      { daysPerWeek: 3, unavailable: ["mon", "tue", "wed", "thu", "fri"] },
    ],
    [
      "a marathon in four weeks from 15 km a week",
      { raceDate: "2026-12-20", weeklyMetres: 15_000, longestMetres: 5000 },
    ],
    ["a long run on a day off", { longRunDay: "mon" }],
    ["the world record itself", { result: { metres: 42_195, seconds: 7235 } }],
    ["no running so far", { weeklyMetres: 0, longestMetres: 0 }],
    ["nothing known", { weeklyMetres: null, longestMetres: null, result: null, age: null }],
  ])("leaves %s to the generator", (_title, changes) => {
    expect(check(changes)).toEqual([]);
  });
});
