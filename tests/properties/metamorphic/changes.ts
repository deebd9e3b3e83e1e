import { addDays, type PlanRequest, WEEKDAYS } from "@strideiq/engine";

/** One change of a wish; null where this athlete cannot be changed so. */
export type Change = (request: PlanRequest) => PlanRequest | null;

export const inOtherUnits: Change = (request) => ({
  ...request,
  units: request.units === "km" ? "mi" : "km",
});

export const aWeekLater: Change = (request) => ({ ...request, raceDate: addDays(request.raceDate, 7) });

export const oneDayMore: Change = (request) =>
  request.daysPerWeek + request.unavailable.length >= 7
    ? null
    : { ...request, daysPerWeek: request.daysPerWeek + 1 };

/** Three in a hundred faster over the same distance. */
export const withFasterResult: Change = (request) =>
  request.result === null
    ? null
    : { ...request, result: { ...request.result, seconds: Math.round(request.result.seconds * 0.97) } };

export const withOtherWeekStart: Change = (request) => ({
  ...request,
  weekStart: request.weekStart === "mon" ? "sun" : "mon",
});

/** The long run on another day that has as much room. */
export const withOtherLongRunDay: Change = (request) => {
  const room = (day: PlanRequest["longRunDay"]): number => request.dayLimits[day] ?? Infinity;
  const other = WEEKDAYS.find(
    (day) =>
      day !== request.longRunDay &&
      !request.unavailable.includes(day) &&
      room(day) === room(request.longRunDay),
  );
  return other === undefined ? null : { ...request, longRunDay: other };
};
