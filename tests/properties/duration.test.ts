import {
  addDays,
  generatePlan,
  nextWeekday,
  PHASES,
  RACE_DISTANCES,
  VOLUME_TIERS,
  type Phase,
  type Plan,
  type PlanRequest,
  type RaceDistance,
  type VolumeTier,
  type Weekday,
} from "@strideiq/engine";
import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { peakWeekOf } from "./metamorphic/measures.ts";

const rulebook = realRulebook();
const today = onDate("2026-11-23");
const DAYS = { builder: 3, low: 4, mid: 5, high: 6, elite: 7 } as const;

/** Races at the end, in the middle and at the start of the week, with the long run on another day. */
const CALENDARS: readonly (readonly [raceDayIndex: number, longRunDay: Weekday])[] = [
  [6, "sun"],
  [2, "sat"],
  [0, "wed"],
];

type Lengths = Readonly<Record<Phase, number>>;

const lengthsOf = ({ weeks }: Plan): Lengths => {
  const lengths = { base: 0, build: 0, peak: 0, taper: 0 };
  for (const { phase } of weeks) lengths[phase] += 1;
  return lengths;
};

/**
 * Nothing is known of the runner, but of a builder before the longer races: who has run no race either would be new to
 * running, and begin with a base block.
 */
const resultOf = (distance: RaceDistance, tier: VolumeTier): PlanRequest["result"] =>
  tier !== "builder" || rulebook.builder.assumedNew.includes(distance)
    ? null
    : { metres: 5_000, seconds: 1_920 };

/** The plans of one runner for every horizon, 4 to 24 weeks; a horizon that is refused has none. */
function plansOf(
  distance: RaceDistance,
  tier: VolumeTier,
  [raceDayIndex, longRunDay]: (typeof CALENDARS)[number],
): readonly Plan[] {
  const { weeksMin, weeksMax } = rulebook.horizon;
  return Array.from({ length: weeksMax - weeksMin + 1 }, (_, i) => weeksMin + i).flatMap((weeks) => {
    const raceDate = addDays(nextWeekday(today, "mon"), (weeks - 1) * 7 + raceDayIndex);
    const known = { weeklyMetres: null, longestMetres: null, result: resultOf(distance, tier) };
    const answer = generatePlan(
      aRequest({ ...known, distance, tier, raceDate, longRunDay, daysPerWeek: DAYS[tier] }),
      rulebook,
    );
    return answer.ok ? [answer.value] : [];
  });
}

const families = RACE_DISTANCES.flatMap((distance) =>
  VOLUME_TIERS.flatMap((tier) =>
    CALENDARS.map((calendar) => ({ distance, tier, plans: plansOf(distance, tier, calendar) })),
  ),
);
const all = families.flatMap(({ plans }) => plans);

/** Plans of one runner and the next longer one. */
const pairs = families.flatMap(({ distance, tier, plans }) =>
  plans.slice(1).flatMap((longer, i) => {
    const shorter = plans[i];
    return shorter === undefined || longer.weeks.length !== shorter.weeks.length + 1
      ? []
      : [{ distance, tier, weeks: longer.weeks.length, shorter, longer }];
  }),
);

const cutbacksOf = ({ weeks }: Plan): number => weeks.filter(({ kind }) => kind === "cutback").length;

/** By how much the peak is lower because there is a week more, as a share. */
const fallOf = ({ shorter, longer }: (typeof pairs)[number]): number =>
  1 - peakWeekOf(longer) / peakWeekOf(shorter);

const falls = pairs
  .map((pair) => ({
    ...pair,
    fall: fallOf(pair),
    moreCutbacks: cutbacksOf(pair.longer) > cutbacksOf(pair.shorter),
  }))
  .map(({ shorter: _, longer: __, ...fall }) => fall);

const isUsual = ({ tier }: { readonly tier: VolumeTier }): boolean => tier !== "builder" && tier !== "elite";

const hasShortTaper = ({ adjustments }: Plan): boolean => adjustments.some(({ wish }) => wish === "taper");

describe("plans of 4 to 24 weeks", () => {
  it("are made for every race and tier", () => {
    for (const { distance, plans } of families)
      expect(plans.length).toBeGreaterThanOrEqual(24 - rulebook.races[distance].weeksMin);
  });

  it("never have a shorter phase because there is a week more", () => {
    for (const { distance, tier, plans } of families) {
      const usual = plans.map(lengthsOf);
      usual.forEach((lengths, i) => {
        const before = usual[i - 1];
        if (before === undefined) return;
        const shrunk = PHASES.filter((phase) => lengths[phase] < before[phase]);
        expect({ distance, tier, before, lengths, shrunk }).toEqual({
          distance,
          tier,
          before,
          lengths,
          shrunk: [],
        });
      });
    }
  });

  it("peak no lower by more than 3 % because there is a week more that brings no cutback", () => {
    const same = falls.filter(({ moreCutbacks }) => !moreCutbacks);
    expect(same.length).toBeGreaterThan(700);
    expect(same.filter((pair) => isUsual(pair) && pair.fall > 0.03)).toEqual([]);
  });

  it("peak no lower by more than 6 % then for new runners, who grow in small steps once there is time, and for the elite, whose weeks lean on long runs in steps of five minutes (L8)", () => {
    const same = falls.filter((pair) => !pair.moreCutbacks && !isUsual(pair));
    expect(same.filter(({ fall }) => fall > 0.06)).toEqual([]);
  });

  it("peak lower by at most an eighth where the week more brings a cutback: V5 asks for it, and V6 lets volume resume where it was", () => {
    const more = falls.filter(({ moreCutbacks }) => moreCutbacks);
    expect(more.filter(({ tier, fall }) => tier !== "builder" && fall > 0.125)).toEqual([]);
    // Six weeks lead a new runner to the least peak of E4 only without a cutback, and in large steps.
    expect(more.filter(({ tier, fall }) => tier === "builder" && fall > 0.17)).toEqual([]);
  });

  it("fall by a cutback in short plans alone: from nine weeks on the peak holds within 4 % even so", () => {
    const long = falls.filter(({ weeks, moreCutbacks }) => moreCutbacks && weeks > 8);
    expect(long.length).toBeGreaterThan(50);
    expect(long.filter(({ fall }) => fall > 0.04)).toEqual([]);
  });

  it("have the taper of their race in all but a few", () => {
    expect(all.filter(hasShortTaper).length / all.length).toBeLessThan(0.03);
  });

  it("begin with a base block from ten weeks on", () => {
    for (const plan of all)
      if (plan.weeks.length >= 10) expect(lengthsOf(plan).base).toBeGreaterThanOrEqual(2);
  });

  it("keep a week of peak in the shortest, and let the base give way", () => {
    for (const plan of all) expect(lengthsOf(plan).peak).toBeGreaterThanOrEqual(1);
    const shortest = all.filter(({ weeks }) => weeks.length === 4).map(lengthsOf);
    expect(Math.max(...shortest.map(({ base }) => base))).toBeLessThanOrEqual(1);
  });
});
