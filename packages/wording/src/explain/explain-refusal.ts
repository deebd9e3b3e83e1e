import type { LawId, Plan, PlanRequest, Refusal, Units } from "@strideiq/engine";
import { lawWordsOf, quantityOf } from "../names/law-words.ts";
import { RACE_PHRASES } from "../names/names.ts";
import { formatLongDate } from "../numbers/format-date.ts";
import { formatDistance } from "../numbers/format-distance.ts";
import { counted, formatQuantity } from "./explain-law.ts";

/** Why a wish cannot be kept, and what can be done instead. */
export interface ExplainedRefusal {
  readonly reason: string;
  readonly instead: string;
}

export const explainRefusal = (refusal: Refusal, units: Units): ExplainedRefusal => ({
  reason: reasonOf(refusal, units),
  instead: refusal.nearest === null ? cureOf(refusal.field) : nearestOf(refusal.nearest.plan, units),
});

function reasonOf({ law, limit, measured }: Refusal, units: Units): string {
  if (law === "horizon") return horizonReason(measured, limit);
  const words = lawWordsOf(law);
  if (words === null) return `This wish breaks law ${law}.`;
  const numbers = numbersOf(law, measured, limit, units);
  const because = `${words.because.charAt(0).toUpperCase()}${words.because.slice(1)}`;
  return `${numbers === "" ? "" : `${numbers} `}${because} (law ${law}).`;
}

function horizonReason(weeks: number | null, least: number | null): string {
  const have = weeks === null ? "There are too few weeks" : `${counted(weeks, "week")} are too few`;
  const need = least === null ? "" : `; it takes at least ${String(least)}`;
  return `${have} to prepare for this race safely${need}.`;
}

function numbersOf(law: LawId, measured: number | null, limit: number | null, units: Units): string {
  const name = lawWordsOf(law)?.name ?? "";
  if (limit === null) return "";
  const quantity = quantityOf(law, measured === null ? [limit] : [measured, limit]);
  const say = (value: number): string => formatQuantity(value, quantity, units);
  if (law === "E1" && quantity === "distance")
    return measured === null
      ? `This race needs at least ${say(limit)} a week to start from.`
      : `You run ${say(measured)} a week; this race needs at least ${say(limit)} to start from.`;
  if (measured === null) return `${name}: the limit is ${say(limit)}.`;
  return `${name}: your wish comes to ${say(measured)}, and ${measured > limit ? "at most" : "at least"} ${say(limit)} is right.`;
}

/** The nearest plan in one sentence; the plan itself follows it on the page. */
function nearestOf(plan: Plan, units: Units): string {
  const first = plan.weeks[0];
  const peak = Math.max(0, ...plan.weeks.map(({ targetMetres }) => targetMetres));
  const volume = `from ${formatDistance(first?.targetMetres ?? 0, units)} to ${formatDistance(peak, units)} a week`;
  return (
    `The nearest plan that is safe: ${RACE_PHRASES[plan.distance]} on ${formatLongDate(plan.raceDate)}, ` +
    `${counted(plan.weeks.length, "week")}, ${counted(plan.daysPerWeek, "run day")} a week, ${volume}.`
  );
}

const CURES: Readonly<Partial<Record<keyof PlanRequest, string>>> = {
  raceDate: "Choose a later race.",
  distance: "Choose a shorter race, or a later one.",
  daysPerWeek: "Ask for other run days.",
  unavailable: "Free another day of the week.",
  dayLimits: "Give one day more room for the long run.",
  weeklyMetres: "Build up your weekly distance first, then plan the race.",
  longestMetres: "Build up your long run first, then plan the race.",
};

const cureOf = (field: keyof PlanRequest): string =>
  CURES[field] ?? "Change this part of the wish and ask again.";
