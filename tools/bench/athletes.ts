import {
  addDays,
  type CalendarDate,
  nextWeekday,
  parseCalendarDate,
  type PlanRequest,
  type Rulebook,
  VOLUME_TIERS,
} from "@strideiq/engine";
import { anyRequest } from "@strideiq/testing";
import fc from "fast-check";

/** The same athletes in every run, whatever day it is. */
export const TODAY = dayOf("2026-11-23");
const SEED = 20_261_123;

const WEEKS = 18;
const RUN_DAYS = 6;

/** Athletes of every distance and tier, with and without a result, who want 18 weeks of 6 days. */
export const likelyAthletes = (count: number, rulebook: Rulebook): readonly PlanRequest[] =>
  fc.sample(anyLikelyRequest(rulebook), { numRuns: count, seed: SEED });

/** Whatever can be wished for: 4 to 24 weeks, 3 to 7 days, 15 to 160 km a week; some of it cannot be. */
export const allAthletes = (count: number): readonly PlanRequest[] =>
  fc.sample(anyRequest(TODAY), { numRuns: count, seed: SEED });

/** Half say how far they run at present, around the first week of a tier; half name the tier alone. */
const anyLikelyRequest = (rulebook: Rulebook): fc.Arbitrary<PlanRequest> =>
  fc
    .record({
      base: anyRequest(TODAY),
      raceDayIndex: fc.integer({ min: 0, max: 6 }),
      tier: fc.constantFrom(...VOLUME_TIERS),
      share: fc.option(fc.double({ min: 0.9, max: 1.2, noNaN: true }), { freq: 1 }),
    })
    .map(({ base, raceDayIndex, tier, share }) => {
      const { startMetres } = rulebook.races[base.distance].tiers[tier];
      const weeklyMetres = share === null ? null : Math.round((startMetres * share) / 1000) * 1000;
      return {
        ...base,
        daysPerWeek: RUN_DAYS,
        unavailable: base.unavailable.slice(0, 7 - RUN_DAYS),
        raceDate: addDays(nextWeekday(TODAY, base.weekStart), (WEEKS - 1) * 7 + raceDayIndex),
        tier: weeklyMetres === null ? tier : null,
        weeklyMetres,
        longestMetres: weeklyMetres === null ? null : Math.round(weeklyMetres * 0.3),
      };
    });

function dayOf(text: string): CalendarDate {
  const day = parseCalendarDate(text);
  if (!day.ok) throw new Error(`${text} is no day`);
  return day.value;
}
