import { raceSecondsOf } from "../pace/rpi.ts";
import { RACE_DISTANCES, UNITS, VOLUME_TIERS } from "../plan/vocabulary.ts";
import { err, ok, type Result } from "../result/result.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Range } from "../rulebook/sourced.ts";
import { daysBetween, parseCalendarDate } from "../units/calendar-date.ts";
import { WEEKDAYS } from "../units/weekday.ts";
import { REQUEST_LIMITS } from "./request-limits.ts";
import type { RequestProblem } from "./request-problem.ts";
import type { HistoryWeek, PlanRequest, RaceResult } from "./request.ts";
import { worldRecordSecondsOf } from "./world-record.ts";

type Field = keyof PlanRequest;
type Problems = readonly RequestProblem[];

/**
 * Says whether a wish makes sense, with every field that does not. A wish that makes sense and still cannot
 * be kept (too few weeks, more run days than free days) is for the generator to refuse.
 *
 * A stored or sent request is text before it is typed, so unknown words and missing numbers are found here
 * too. The time zone is checked where `today` was taken from it.
 */
export function checkRequest(request: PlanRequest, rulebook: Rulebook): Result<PlanRequest, Problems> {
  const problems = [
    ...checkWords(request),
    ...checkDates(request),
    ...checkNumbers(request, rulebook),
    ...checkVolume(request),
    ...checkDayLimits(request),
    ...(request.result ? checkResult(request.result, rulebook) : []),
    ...(request.history?.weeks ?? []).flatMap(checkHistoryWeek),
  ];
  return problems.length === 0 ? ok(request) : err(problems);
}

function checkWords(request: PlanRequest): Problems {
  return [
    ...checkWord("distance", request.distance, RACE_DISTANCES),
    ...checkWord("weekStart", request.weekStart, WEEKDAYS),
    ...checkWord("units", request.units, UNITS),
    ...checkWord("longRunDay", request.longRunDay, WEEKDAYS),
    ...request.unavailable.flatMap((day) => checkWord("unavailable", day, WEEKDAYS)),
    ...Object.keys(request.dayLimits).flatMap((day) => checkWord("dayLimits", day, WEEKDAYS)),
    ...(request.tier === null ? [] : checkWord("tier", request.tier, VOLUME_TIERS)),
  ];
}

const checkWord = (field: Field, word: string, known: readonly string[]): Problems =>
  known.includes(word) ? [] : [{ field, problem: "unknown_value", value: word }];

function checkDates({ raceDate, today }: PlanRequest): Problems {
  const unreadable = (["raceDate", "today"] as const).filter(
    (field) => !parseCalendarDate(field === "today" ? today : raceDate).ok,
  );
  if (unreadable.length > 0)
    return unreadable.map((field) => ({
      field,
      problem: "not_a_date",
      value: field === "today" ? today : raceDate,
    }));
  const days = daysBetween(today, raceDate);
  if (days <= 0)
    return [{ field: "raceDate", problem: days === 0 ? "today" : "in_the_past", value: raceDate }];
  if (days > REQUEST_LIMITS.raceDaysMax)
    return [{ field: "raceDate", problem: "out_of_range", value: raceDate }];
  return [];
}

function checkNumbers(request: PlanRequest, { horizon }: Rulebook): Problems {
  const { daysPerWeek, age, weeks } = request;
  const horizonRange = { min: horizon.weeksMin, max: horizon.weeksMax };
  return [
    ...checkInteger("daysPerWeek", daysPerWeek, REQUEST_LIMITS.daysPerWeek),
    ...(age === null ? [] : checkInteger("age", age, REQUEST_LIMITS.age)),
    ...(weeks === null ? [] : checkInteger("weeks", weeks, horizonRange)),
  ];
}

function checkVolume({ weeklyMetres: week, longestMetres: longest }: PlanRequest): Problems {
  const problems = [
    ...(week === null ? [] : checkNumber("weeklyMetres", week, REQUEST_LIMITS.weeklyMetres)),
    ...(longest === null ? [] : checkNumber("longestMetres", longest, REQUEST_LIMITS.longestMetres)),
  ];
  if (problems.length > 0 || week === null || longest === null) return problems;
  // The longest run of 30 days cannot exceed all that was run in them, nor be shorter than the mean of their runs.
  const max = (week / 7) * 30;
  const min = week / REQUEST_LIMITS.runsPerWeekMax;
  return longest > max || longest < min
    ? [{ field: "longestMetres", problem: "contradiction", value: longest, min, max }]
    : [];
}

function checkNumber(field: Field, value: number, { min, max }: Range): Problems {
  if (!Number.isFinite(value)) return [{ field, problem: "not_a_number", value: null }];
  return value >= min && value <= max ? [] : [{ field, problem: "out_of_range", value, min, max }];
}

function checkInteger(field: Field, value: number, range: Range): Problems {
  const { min, max } = range;
  return Number.isFinite(value) && !Number.isInteger(value)
    ? [{ field, problem: "out_of_range", value, min, max }]
    : checkNumber(field, value, range);
}

const checkDayLimits = ({ dayLimits }: PlanRequest): Problems =>
  WEEKDAYS.flatMap((day) => {
    const seconds = dayLimits[day];
    if (seconds === undefined) return [];
    return checkNumber("dayLimits", seconds, REQUEST_LIMITS.daySeconds).map((problem) => ({
      ...problem,
      day,
    }));
  });

function checkResult({ metres, seconds }: RaceResult, { pace }: Rulebook): Problems {
  const problems = checkNumber("result", metres, REQUEST_LIMITS.resultMetres);
  if (problems.length > 0) return problems.map((problem) => ({ ...problem, part: "metres" }));
  const min = worldRecordSecondsOf(metres, pace);
  const max = raceSecondsOf(REQUEST_LIMITS.rpiMin, metres);
  if (seconds > 0 && seconds < min)
    return [{ field: "result", problem: "faster_than_world_record", value: seconds, min, part: "seconds" }];
  return checkNumber("result", seconds, { min, max }).map((problem) => ({ ...problem, part: "seconds" }));
}

function checkHistoryWeek({ metres, longestMetres, runs }: HistoryWeek): Problems {
  const problems = [
    ...checkNumber("history", metres, REQUEST_LIMITS.weeklyMetres),
    ...checkNumber("history", longestMetres, REQUEST_LIMITS.longestMetres),
    ...checkInteger("history", runs, { min: 0, max: 50 }),
  ];
  if (problems.length > 0) return problems;
  if (longestMetres > metres || (runs === 0 && metres > 0))
    return [{ field: "history", problem: "contradiction", value: longestMetres, min: 0, max: metres }];
  return [];
}
