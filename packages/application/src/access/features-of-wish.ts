import type { Feature } from "@strideiq/access";
import { type ByDistance, type CalendarDate, daysBetween } from "@strideiq/engine";
import type { UndatedRequest } from "../plans/request-plan.ts";

/** A race date so many weeks from a standard length is still a fitted standard plan (roadmap, phase C). */
const FITTED_WEEKS = 6;

/** What a wish uses: a distance, a length, and paces where there is a result. */
export function featuresOfWish(
  wish: UndatedRequest,
  today: CalendarDate,
  standardLengths: ByDistance<readonly number[]>,
): readonly Feature[] {
  const weeks = wish.weeks ?? Math.ceil(daysBetween(today, wish.raceDate) / 7);
  const off = Math.min(...standardLengths[wish.distance].map((length) => Math.abs(length - weeks)));
  const fitted: readonly Feature[] = off <= FITTED_WEEKS ? ["plan.semi_custom"] : ["plan.custom"];
  return [
    `plan.standard.${wish.distance}`,
    ...(off === 0 ? [] : fitted),
    ...(wish.result === null ? [] : (["plan.pace_integration"] as const)),
  ];
}
