import {
  addDays,
  attemptPlan,
  breachesOf,
  type CalendarDate,
  type ChangedWish,
  generatePlan,
  type Plan,
  replan,
} from "@strideiq/engine";
import { anyRequest, aRequest, onDate, realRulebook } from "@strideiq/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const rulebook = realRulebook();
const SEED = 20_261_125;

/** Somebody whom a long plan takes much further up than a short one. */
const LED_FAR_UP = aRequest({
  distance: "marathon",
  raceDate: onDate("2027-04-18"),
  result: { metres: 21_097.5, seconds: 5900 },
  weeklyMetres: 55_000,
  longestMetres: 18_000,
  daysPerWeek: 5,
});

const plans: readonly Plan[] = fc
  .sample(anyRequest(onDate("2026-11-23")), { numRuns: 60, seed: SEED })
  .concat(LED_FAR_UP)
  .flatMap((request) => {
    const made = generatePlan(request, rulebook);
    return made.ok ? [made.value] : [];
  });

const firstOf = (plan: Plan, week: number): CalendarDate =>
  plan.weeks[week - 1]?.days[0]?.date ?? plan.raceDate;

/** Every kind of change that can bring a race forward, in the third week of its plan. */
const wishesFor = (plan: Plan, raceDate: CalendarDate): readonly ChangedWish[] => [
  { kind: "race_date", date: raceDate },
  { kind: "repeat_week", week: 2, raceDate },
  ...[1, 4, 10].map((days): ChangedWish => {
    const first = firstOf(plan, 3);
    return { kind: "pause", first, last: addDays(first, days), raceDate };
  }),
];

const peakOf = ({ weeks }: Plan): number =>
  Math.max(
    ...weeks
      .filter(({ kind }) => kind !== "race")
      .map(({ days }) =>
        days.flatMap(({ sessions }) => sessions).reduce((sum, session) => sum + session.metres, 0),
      ),
  );

const tried = plans.flatMap((plan) =>
  [2, 4, 7, 11].flatMap((weeks) => {
    const raceDate = addDays(plan.raceDate, -7 * weeks);
    const from = firstOf(plan, 3);
    if (raceDate <= addDays(from, 14)) return [];
    const fresh = attemptPlan({ ...plan.request, raceDate, weeks: plan.weeks.length - weeks }, rulebook);
    return wishesFor(plan, raceDate).map((wish) => ({
      plan,
      wish,
      weeks: plan.weeks.length - weeks,
      fresh,
      answer: replan(plan, from, null, wish, rulebook),
    }));
  }),
);

/** Law S6: by so much the runs of a week may come out beside what it aims at. */
const AS_RUNS_COME_OUT = 1.04;

/** What the first weeks already hold is run: nothing ahead of them takes it back. */
const behindOf = (plan: Plan): number => peakOf({ ...plan, weeks: plan.weeks.slice(0, 2) });

describe("a race brought forward by any kind of change", () => {
  it("leads no further up than a new plan of as many weeks", () => {
    const over = tried.flatMap(({ plan, wish, fresh, answer }) => {
      if (!answer.ok || !fresh.ok) return [];
      const most = Math.max(peakOf(fresh.value), behindOf(plan)) * AS_RUNS_COME_OUT;
      const peak = peakOf(answer.value.plan);
      return peak > most ? [{ wish, distance: plan.distance, peak, most }] : [];
    });
    expect(over).toEqual([]);
    expect(tried.filter(({ answer, fresh }) => answer.ok && fresh.ok).length).toBeGreaterThan(100);
  });

  it("is never made where a new plan of as many weeks is refused for being too short", () => {
    const made = tried.flatMap(({ wish, weeks, fresh, answer }) =>
      answer.ok && !fresh.ok && fresh.error.law === "horizon" && fresh.error.quantity === "weeks"
        ? [{ wish, weeks, limit: fresh.error.limit }]
        : [],
    );
    expect(made).toEqual([]);
  });

  it("breaks no law, and neither does what is offered in its place", () => {
    const broken = tried.flatMap(({ wish, answer }) => {
      const plan = answer.ok
        ? answer.value.plan
        : answer.error.type === "ChangeRefusal"
          ? answer.error.nearest?.plan
          : undefined;
      const breaches = plan === undefined ? [] : breachesOf(plan.certificate);
      return breaches.length === 0 ? [] : [{ wish, breaches }];
    });
    expect(broken).toEqual([]);
  });
});
