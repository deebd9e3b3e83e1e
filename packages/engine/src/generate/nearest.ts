import type { PlanRequest } from "../athlete/request.ts";
import type { Plan } from "../plan/plan.ts";
import { RACE_DISTANCES } from "../plan/vocabulary.ts";
import type { Result } from "../result/result.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { addDays } from "../units/calendar-date.ts";
import { type Weekday, WEEKDAYS } from "../units/weekday.ts";
import { horizonOf } from "./frame.ts";
import { type Obstacle, RUN_DAYS_MIN } from "./obstacle.ts";
import type { Refusal } from "./refusal.ts";

type TryPlan = (request: PlanRequest, rulebook: Rulebook) => Result<Plan, Obstacle>;

/** The nearest wish that becomes a clean plan: the closest first, each tried whole. */
export function nearestPlan(
  request: PlanRequest,
  obstacle: Obstacle,
  rulebook: Rulebook,
  tryPlan: TryPlan,
): Refusal["nearest"] {
  const seen = new Set([JSON.stringify(request)]);
  for (const neighbour of wishesNearby(request, obstacle, rulebook)) {
    // A wish can be its own neighbour, by another way: where no day is blocked there is none to free.
    const text = JSON.stringify(neighbour);
    if (seen.has(text)) continue;
    seen.add(text);
    const tried = tryPlan(neighbour, rulebook);
    if (tried.ok) return { request: neighbour, plan: tried.value };
  }
  return null;
}

/** A tier that was chosen goes with whatever else gives way where the two do not work together. */
function* wishesNearby(request: PlanRequest, obstacle: Obstacle, rulebook: Rulebook): Iterable<PlanRequest> {
  for (const neighbour of neighboursOf(request, obstacle, rulebook)) {
    yield neighbour;
    yield { ...neighbour, tier: null };
  }
}

function neighboursOf(request: PlanRequest, obstacle: Obstacle, rulebook: Rulebook): readonly PlanRequest[] {
  const freed = withRoom(request, rulebook);
  const roomy = [freed, { ...freed, dayLimits: {} }];
  const bases = obstacle.law === "S5" ? roomy : [request, ...roomy];
  const open: PlanRequest = { ...request, unavailable: [], dayLimits: {} };
  return [
    ...(request.tier === null || request.weeklyMetres === null ? [] : [{ ...request, tier: null }]),
    ...bases.flatMap((base) => [
      ...(base === request ? [] : [base]),
      ...fewerDays(base),
      ...otherLongRunDays(base),
      ...oneDayFreed(base),
      ...shorterRaces(base),
      ...laterRaces(base, rulebook),
      ...shorterRaces(base).flatMap((shorter) => laterRaces(shorter, rulebook)),
    ]),
    ...racesNearby(request),
    open,
    ...laterRaces(open, rulebook),
    ...shorterRaces(open).flatMap((shorter) => laterRaces(shorter, rulebook)),
  ];
}

/** The same week with its long run on another free day. */
const otherLongRunDays = (request: PlanRequest): readonly PlanRequest[] =>
  WEEKDAYS.filter((day) => day !== request.longRunDay && !request.unavailable.includes(day)).map(
    (longRunDay) => ({
      ...request,
      longRunDay,
    }),
  );

const oneDayFreed = (request: PlanRequest): readonly PlanRequest[] =>
  request.unavailable.map((day) => ({
    ...request,
    unavailable: request.unavailable.filter((other) => other !== day),
  }));

/** Another race of the same distance up to three days away, later before earlier. */
const racesNearby = (request: PlanRequest): readonly PlanRequest[] =>
  [1, 2, 3, -1, -2, -3].map((days) => ({ ...request, raceDate: addDays(request.raceDate, days) }));

/** Frees as few days as a plan needs, and asks for no more run days than there are. */
function withRoom(request: PlanRequest, rulebook: Rulebook): PlanRequest {
  const dayLimits = Object.fromEntries(
    Object.entries(request.dayLimits).filter(([, seconds]) => seconds >= rulebook.days.runSecondsMin),
  );
  const shortDays = WEEKDAYS.filter(
    (day) => (request.dayLimits[day] ?? Infinity) < rulebook.days.runSecondsMin,
  );
  const free = WEEKDAYS.filter((day) => !request.unavailable.includes(day) && !shortDays.includes(day));
  const needed = Math.max(0, RUN_DAYS_MIN - free.length);
  const blocked: readonly Weekday[] = WEEKDAYS.filter((day) => !free.includes(day));
  const unavailable = blocked.slice(0, Math.max(0, blocked.length - needed));
  const daysPerWeek = Math.min(request.daysPerWeek, 7 - unavailable.length);
  return { ...request, dayLimits, unavailable, daysPerWeek };
}

const fewerDays = (request: PlanRequest): readonly PlanRequest[] =>
  Array.from({ length: Math.max(0, request.daysPerWeek - RUN_DAYS_MIN) }, (_, i) => ({
    ...request,
    daysPerWeek: request.daysPerWeek - 1 - i,
  }));

/** Shorter races on the same day, the longest of them first. */
function shorterRaces(request: PlanRequest): readonly PlanRequest[] {
  const index = RACE_DISTANCES.indexOf(request.distance);
  return RACE_DISTANCES.slice(0, index)
    .toReversed()
    .map((distance) => ({ ...request, distance, weeks: null }));
}

/** The same race on the same weekday some weeks later, as few as possible. */
function laterRaces(request: PlanRequest, rulebook: Rulebook): readonly PlanRequest[] {
  const { weeks } = horizonOf({ ...request, weeks: null }, rulebook);
  const later: PlanRequest[] = [];
  for (
    let target = Math.max(weeks + 1, rulebook.horizon.weeksMin);
    target <= rulebook.horizon.weeksMax;
    target += 1
  ) {
    later.push({ ...request, raceDate: addDays(request.raceDate, 7 * (target - weeks)), weeks: null });
  }
  return later.filter((_, i) => i < 6 || i % 3 === 0);
}
