import type { PlanRequest, Refusal, Units } from "@strideiq/engine";
import { becauseOf, lawWordsOf } from "../names/law-words.ts";
import { RACE_PHRASES } from "../names/names.ts";
import { formatLongDate, WEEKDAY_NAMES } from "../numbers/format-date.ts";
import { formatMinutes } from "../numbers/format-duration.ts";
import { capital } from "../reason/number-words.ts";
import { figuresOf, planDistance } from "../plan-text/figures.ts";
import { besideEachOther, counted, formatQuantity, listWords } from "./explain-law.ts";

/** Why a wish cannot be kept, and what can be done instead. */
export interface ExplainedRefusal {
  readonly reason: string;
  readonly instead: string;
}

export const explainRefusal = (refusal: Refusal, units: Units): ExplainedRefusal => ({
  reason: reasonOf(refusal, units),
  instead:
    refusal.nearest === null ? cureOf(refusal.field) : nearestOf(refusal.nearest, refusal.field, units),
});

function reasonOf(refusal: Refusal, units: Units): string {
  const { law } = refusal;
  const plainly = plainReason(refusal, units);
  if (plainly !== null) return plainly;
  if (law === "horizon") return horizonReason(refusal.measured, refusal.limit);
  const words = lawWordsOf(law);
  if (words === null) return `This wish breaks law ${law}.`;
  const numbers = numbersOf(words.name, refusal, units);
  const because = capital(becauseOf(words, refusal.measured, refusal.limit));
  return `${numbers === "" ? "" : `${numbers} `}${because} (law ${law}).`;
}

/** The refusals that runners meet most, each in its own words; null for all others. */
function plainReason({ field, law, limit, measured }: Refusal, units: Units): string | null {
  if (measured === null || limit === null) return null;
  const [have, need] = besideEachOther(measured, limit, "distance", units);
  if (law === "E4" && measured < limit)
    return `The biggest week that you can safely reach in time comes to ${have}; plans for this race have one of at least ${need} (law E4).`;
  switch (`${law} ${field}`) {
    case "S5 unavailable":
      return `Your days off leave ${counted(measured, "day")} to run on; a plan needs at least ${String(limit)} (law S5).`;
    case "S5 dayLimits":
      return `Your days off and limits leave ${counted(measured, "day")} with room for a run; a plan needs at least ${String(limit)} (law S5).`;
    case "S5 daysPerWeek":
      return `You ask for ${counted(measured, "run day")} a week, and your week has ${String(limit)} free (law S5).`;
    case "E3 tier":
      return `You run about ${have} a week; this tier begins with at least ${need}, and a smaller week with walks between the runs (law E3).`;
    case "E1 weeklyMetres":
      if (measured === 0)
        return `Whoever starts out needs time for a base first: this race takes at least ${need} a week to start from (law E1). If you run already, say how much.`;
      return `You run ${have} a week; this race needs at least ${need} to start from, or time for a base block first (law E1).`;
    case "L1 dayLimits":
      return `Your long-run day has room for ${have}; the longest run before this race is at least ${need} (law L1).`;
    case "L1 distance":
      return `At your easy pace a long run that is still safe comes to ${have}; this race needs at least ${need} (law L1).`;
    case "horizon weeks":
      return `A plan of ${counted(measured, "week")} does not fit: the race is ${counted(limit, "week")} away ${BY_WEEKS}.`;
    case "horizon longestMetres":
      return `Your longest run so far is ${have}; with so few weeks left this race takes one of at least ${need} ${BY_WEEKS}.`;
    default:
      return null;
  }
}

function horizonReason(weeks: number | null, least: number | null): string {
  const have =
    weeks === null
      ? "There are too few weeks"
      : `${counted(Math.max(0, weeks), "week")} ${weeks === 1 ? "is" : "are"} too few`;
  const need = least === null ? "" : `; from where you are it takes at least ${String(least)}`;
  return `${have} to prepare for this race safely${need} ${BY_WEEKS}.`;
}

/** What decides where no law of the plan does: there is no plan yet. */
const BY_WEEKS = "(rule: weeks before the race)";

function numbersOf(name: string, { limit, measured, quantity }: Refusal, units: Units): string {
  if (limit === null) return "";
  if (measured === null) return `${name}: the limit is ${formatQuantity(limit, quantity, units)}.`;
  const [found, bound] = besideEachOther(measured, limit, quantity, units);
  return found === bound
    ? `${name}: your wish comes to ${found}, just ${measured > limit ? "above" : "below"} the limit.`
    : `${name}: your wish comes to ${found}, and ${measured > limit ? "at most" : "at least"} ${bound} is right.`;
}

/** The nearest plan in one sentence; the plan itself follows it on the page. */
function nearestOf(
  { plan, request }: NonNullable<Refusal["nearest"]>,
  field: Refusal["field"],
  units: Units,
): string {
  const estimated = plan.paces === null;
  const first = planDistance(plan.weeks[0]?.targetMetres ?? 0, estimated, units);
  const peak = planDistance(figuresOf(plan).peakMetres, estimated, units);
  const parts = [
    `${RACE_PHRASES[plan.distance]} on ${formatLongDate(plan.raceDate)}`,
    counted(plan.weeks.length, "week"),
    `${counted(plan.daysPerWeek, "run day")} a week`,
    `from ${first} to ${peak} a week`,
    ...(request.unavailable.length === 0 ? [] : [`${listOf(request.unavailable)} off`]),
    ...(field === "dayLimits"
      ? [`the long run on ${WEEKDAY_NAMES[request.longRunDay]}${limitOf(request)}`]
      : []),
  ];
  return `The nearest plan that is safe: ${parts.join(", ")}.`;
}

/** A day limit is told with the long run that it holds or that it stood against. */
function limitOf({ dayLimits, longRunDay }: PlanRequest): string {
  const seconds = dayLimits[longRunDay];
  return seconds === undefined ? " without a limit of time" : ` within ${formatMinutes(seconds)}`;
}

const listOf = (days: PlanRequest["unavailable"]): string => listWords(days.map((day) => WEEKDAY_NAMES[day]));

const CURES: Readonly<Partial<Record<keyof PlanRequest, string>>> = {
  raceDate: "Choose a later race.",
  distance: "Choose a shorter race, or a later one.",
  daysPerWeek: "Ask for other run days.",
  unavailable: "Free another day of the week.",
  dayLimits: "Give one day more room for the long run.",
  tier: "Leave the tier open.",
  weeklyMetres: "Build up your weekly distance first, then plan the race.",
  longestMetres: "Build up your long run first, then plan the race.",
  easyOnly: "Ask a doctor first, or choose a later race.",
};

const cureOf = (field: keyof PlanRequest): string =>
  CURES[field] ?? "Change this part of the wish and ask again.";
