import type { PlanRequest, StandardPlan } from "@strideiq/engine";
import { systemTimeZone } from "./today.ts";
import {
  type Complain,
  distanceOf,
  limitsOf,
  missingDays,
  numberOption,
  raceDateOf,
  raceOf,
  resultOf,
  tierOf,
  todayOf,
  unitsOf,
  usualLongRunDay,
  weekdayOption,
  weekdaysOf,
  type WishOptions,
} from "./wish-options.ts";

/** Turns typed options into a wish, or into one sentence for each option that cannot be read. */
export function readWish(
  options: WishOptions,
  standardPlans: readonly StandardPlan[],
): { readonly request: PlanRequest | null; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const complain: Complain = (option, sentence) => {
    faults.push(`${option}: ${sentence}`);
    return null;
  };
  const request = requestOf(options, standardPlans, complain);
  return faults.length > 0 ? { request: null, faults } : { request, faults };
}

function requestOf(
  options: WishOptions,
  standardPlans: readonly StandardPlan[],
  complain: Complain,
): PlanRequest | null {
  const units = unitsOf(options);
  const distance = raceOf(options, complain);
  const timeZone = options.timeZone ?? systemTimeZone();
  const today = todayOf(options, timeZone, complain);
  const weekStart = weekdayOption("--week-start", options.weekStart ?? "mon", complain);
  const weeks = numberOption("--weeks", options.weeks, "a number of weeks such as 18", complain);
  const tier = tierOf(options, complain);
  const raceDate = raceDateOf(options, { today, weekStart, weeks }, complain);
  const unavailable = weekdaysOf(options, complain);
  const days = numberOption("--days", options.days, "a number of days such as 5", complain);
  const standard = standardPlans.find(
    (plan) => plan.distance === distance && plan.weeks === weeks && plan.tier === tier,
  );
  const daysPerWeek = days ?? standard?.daysPerWeek ?? missingDays(options, complain);
  const longRunDay =
    options.longDay === undefined
      ? usualLongRunDay(weekStart ?? "mon", unavailable)
      : weekdayOption("--long-day", options.longDay, complain);
  const rest = {
    dayLimits: limitsOf(options, complain),
    weeklyMetres: distanceOf(options, "weekly", complain),
    longestMetres: distanceOf(options, "longest", complain),
    result: resultOf(options, complain),
    age: numberOption("--age", options.age, "an age in years such as 43", complain),
  };
  if (!distance || !today || !weekStart || !raceDate || daysPerWeek === null || !longRunDay) return null;
  const when = { raceDate, today, weekStart, timeZone };
  return {
    distance,
    ...when,
    units,
    daysPerWeek,
    unavailable,
    longRunDay,
    ...rest,
    history: null,
    tier,
    weeks,
  };
}
