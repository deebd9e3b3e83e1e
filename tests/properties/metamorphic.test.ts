import { generatePlan, PHASES, type Plan, type PlanRequest, weekdayOf } from "@strideiq/engine";
import { anyRequest, onDate, realRulebook } from "@strideiq/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  aWeekLater,
  type Change,
  inOtherUnits,
  oneDayMore,
  withFasterResult,
  withOtherLongRunDay,
  withOtherWeekStart,
} from "./metamorphic/changes.ts";
import {
  buildWeeksOf,
  firstWeekOf,
  longRunDatesOf,
  peakLongRunOf,
  peakWeekOf,
  runDaysOf,
  shapeOf,
  weeksOfPhase,
} from "./metamorphic/measures.ts";

const rulebook = realRulebook();
const ATHLETES = 250;

const planned = fc
  .sample(anyRequest(onDate("2026-11-23")), { numRuns: ATHLETES, seed: 31 })
  .flatMap((request) => {
    const made = generatePlan(request, rulebook);
    return made.ok ? [{ request, plan: made.value }] : [];
  });

interface Pair {
  readonly request: PlanRequest;
  readonly before: Plan;
  readonly after: Plan;
}

/** The plans of all athletes before and after one change of their wish, and how many lost theirs by it. */
function pairsOf(change: Change): { readonly pairs: readonly Pair[]; readonly lost: readonly PlanRequest[] } {
  const lost: PlanRequest[] = [];
  const pairs = planned.flatMap(({ request, plan }): readonly Pair[] => {
    const changed = change(request);
    if (changed === null) return [];
    const made = generatePlan(changed, rulebook);
    if (!made.ok) lost.push(changed);
    return made.ok ? [{ request, before: plan, after: made.value }] : [];
  });
  return { pairs, lost };
}

const weekCount = (plan: Plan): number => plan.weeks.length;
const taperWeeks = (plan: Plan): number => weeksOfPhase(plan, "taper");

/**
 * Plans that show the change alone: nothing of the wish had to give way, before or after, and the taper,
 * which may be a week shorter where no other plan is clean, kept its length.
 */
const asWished = (pairs: readonly Pair[]): readonly Pair[] =>
  pairs
    .filter(({ before, after }) => before.adjustments.length + after.adjustments.length === 0)
    .filter(({ before, after }) => taperWeeks(before) === taperWeeks(after));

/** Long enough that the peak is what the runner can carry, and not how far one came. */
const longEnough = (pairs: readonly Pair[]): readonly Pair[] =>
  pairs.filter(({ before }) => weekCount(before) >= 8);

/** The athletes for whom a sentence does not hold: none, or the test shows them. */
const exceptionsTo = (
  pairs: readonly Pair[],
  holds: (before: Plan, after: Plan, request: PlanRequest) => boolean,
): readonly PlanRequest[] =>
  pairs.filter(({ before, after, request }) => !holds(before, after, request)).map(({ request }) => request);

type Measure = (plan: Plan) => number;

/** Whether a measure stays within so many times, up and down. */
const isWithin =
  (measure: Measure, share: number) =>
  (before: Plan, after: Plan): boolean =>
    measure(after) <= measure(before) * (1 + share) && measure(after) >= measure(before) * (1 - share);

const same =
  (measure: (plan: Plan) => unknown) =>
  (before: Plan, after: Plan): boolean =>
    JSON.stringify(measure(before)) === JSON.stringify(measure(after));

const tierOf = ({ tier }: Plan): unknown => tier;
const pacesOf = ({ paces }: Plan): unknown => paces;
const daysOf = (plan: Plan): unknown => plan.daysPerWeek;

const both =
  (...sentences: readonly ((before: Plan, after: Plan) => boolean)[]) =>
  (before: Plan, after: Plan): boolean =>
    sentences.every((holds) => holds(before, after));

describe("miles in place of kilometres", () => {
  const { pairs, lost } = pairsOf(inOtherUnits);

  it("change the wish's unit and nothing else in the whole document", () => {
    expect(lost).toEqual([]);
    const plain = ({ request: { units: _, ...request }, ...plan }: Plan): unknown => ({ request, ...plan });
    expect(exceptionsTo(pairs, same(plain))).toEqual([]);
  });
});

describe("a race one week later", () => {
  const { pairs, lost } = pairsOf(aWeekLater);
  const longer = pairs.filter(({ before }) => weekCount(before) < rulebook.horizon.weeksMax);

  it("turns no plan into a refusal", () => {
    expect(lost).toEqual([]);
  });

  it("gives a plan of one week more", () => {
    expect(exceptionsTo(longer, (before, after) => weekCount(after) === weekCount(before) + 1)).toEqual([]);
  });

  it("changes neither tier nor paces", () => {
    expect(exceptionsTo(pairs, both(same(tierOf), same(pacesOf)))).toEqual([]);
  });

  it("shortens no phase, when the taper keeps its length", () => {
    const keepTaper = longer.filter(({ before, after }) => taperWeeks(before) === taperWeeks(after));
    expect(keepTaper.length).toBeGreaterThan(longer.length * 0.8);
    expect(
      exceptionsTo(keepTaper, (before, after) =>
        PHASES.every((phase) => weeksOfPhase(after, phase) >= weeksOfPhase(before, phase)),
      ),
    ).toEqual([]);
  });

  it("leaves the peak of 8 weeks and more where it was within a tenth, when nothing gave way", () => {
    const those = longEnough(asWished(pairs));
    expect(those.length).toBeGreaterThan(25);
    expect(exceptionsTo(those, isWithin(peakWeekOf, 0.1))).toEqual([]);
    expect(exceptionsTo(those, isWithin(peakLongRunOf, 0.1))).toEqual([]);
  });

  it("never makes a plan of few weeks peak lower by more than an eighth, what a cutback costs, when nothing gave way", () => {
    expect(
      exceptionsTo(asWished(pairs), (before, after) => peakWeekOf(after) >= peakWeekOf(before) * 0.875),
    ).toEqual([]);
  });
});

describe("one run day more", () => {
  const { pairs, lost } = pairsOf(oneDayMore);

  it("turns no plan into a refusal", () => {
    expect(lost).toEqual([]);
  });

  it("changes neither weeks, tier nor paces", () => {
    expect(exceptionsTo(pairs, both(same(weekCount), same(tierOf), same(pacesOf)))).toEqual([]);
  });

  it("never takes a run day away", () => {
    expect(exceptionsTo(pairs, (before, after) => after.daysPerWeek >= before.daysPerWeek)).toEqual([]);
  });

  it("adds one run to every build week and keeps phases and cutbacks, when nothing gave way", () => {
    expect(
      exceptionsTo(asWished(pairs), (before, after) =>
        buildWeeksOf(after).every((week) => runDaysOf(week) === before.daysPerWeek + 1),
      ),
    ).toEqual([]);
    expect(exceptionsTo(asWished(pairs), same(shapeOf))).toEqual([]);
  });

  it("lets no plan peak lower, and stretches no long run, when nothing gave way", () => {
    expect(
      exceptionsTo(asWished(pairs), (before, after) => peakWeekOf(after) >= peakWeekOf(before) * 0.98),
    ).toEqual([]);
    expect(
      exceptionsTo(asWished(pairs), (before, after) => peakLongRunOf(after) <= peakLongRunOf(before) * 1.02),
    ).toEqual([]);
  });
});

describe("a faster result", () => {
  const { pairs, lost } = pairsOf(withFasterResult);

  it("turns no plan into a refusal", () => {
    expect(lost).toEqual([]);
  });

  it("makes every pace faster", () => {
    expect(
      exceptionsTo(pairs, ({ paces: old }, { paces }) =>
        old === null || paces === null
          ? false
          : Object.entries(paces).every(([zone, { fast, slow }]) =>
              Object.entries(old).some(
                ([name, range]) => name === zone && fast < range.fast && slow < range.slow,
              ),
            ),
      ),
    ).toEqual([]);
  });

  it("changes neither weeks nor tier, as those follow from what is run", () => {
    expect(exceptionsTo(pairs, both(same(weekCount), same(tierOf)))).toEqual([]);
  });

  it("keeps run days, phases, cutbacks and the peak within six in a hundred, when nothing gave way", () => {
    expect(exceptionsTo(asWished(pairs), both(same(daysOf), same(shapeOf)))).toEqual([]);
    expect(exceptionsTo(asWished(pairs), isWithin(peakWeekOf, 0.06))).toEqual([]);
    expect(exceptionsTo(asWished(pairs), isWithin(peakLongRunOf, 0.06))).toEqual([]);
  });
});

describe("weeks that begin on another day", () => {
  const { pairs, lost } = pairsOf(withOtherWeekStart);

  it("change neither tier nor paces nor the race", () => {
    expect(
      exceptionsTo(
        pairs,
        both(
          same(tierOf),
          same(pacesOf),
          same((plan) => plan.raceDate),
        ),
      ),
    ).toEqual([]);
  });

  it("lose hardly anybody a plan, as the edge of a week can cost a short plan one", () => {
    expect(lost.length).toBeLessThanOrEqual(planned.length * 0.05);
  });

  it("begin on that day, and at most one of them comes or goes", () => {
    expect(
      exceptionsTo(pairs, (before, after, request) => {
        const [first] = after.weeks[0]?.days ?? [];
        const start = request.weekStart === "mon" ? "sun" : "mon";
        return (
          first !== undefined &&
          weekdayOf(first.date) === start &&
          Math.abs(weekCount(after) - weekCount(before)) <= 1
        );
      }),
    ).toEqual([]);
  });

  it("leave the long runs on their weekday", () => {
    const onTheirDay = (plan: Plan): boolean =>
      longRunDatesOf(plan).every((date) => weekdayOf(date) === plan.request.longRunDay);
    expect(exceptionsTo(pairs, (before, after) => onTheirDay(before) === onTheirDay(after))).toEqual([]);
  });

  it("keep run days, and the peak within a fifth, when nothing gave way", () => {
    expect(exceptionsTo(asWished(pairs), same(daysOf))).toEqual([]);
    expect(exceptionsTo(asWished(pairs), isWithin(peakWeekOf, 0.2))).toEqual([]);
    expect(exceptionsTo(asWished(pairs), isWithin(peakLongRunOf, 0.2))).toEqual([]);
  });
});

describe("a long run on another day", () => {
  const { pairs, lost } = pairsOf(withOtherLongRunDay);

  it("loses hardly anybody a plan", () => {
    expect(lost.length).toBeLessThanOrEqual(planned.length * 0.03);
  });

  it("stands on that day in every week before the taper, when nothing gave way", () => {
    expect(
      exceptionsTo(asWished(pairs), (_, after) =>
        longRunDatesOf(after).every((date) => weekdayOf(date) === after.request.longRunDay),
      ),
    ).toEqual([]);
  });

  it("changes neither weeks, tier nor paces", () => {
    expect(exceptionsTo(pairs, both(same(weekCount), same(tierOf), same(pacesOf)))).toEqual([]);
  });

  it("keeps first week and peak within a tenth, when nothing gave way", () => {
    expect(exceptionsTo(asWished(pairs), isWithin(firstWeekOf, 0.1))).toEqual([]);
    expect(exceptionsTo(asWished(pairs), isWithin(peakWeekOf, 0.1))).toEqual([]);
    expect(exceptionsTo(asWished(pairs), isWithin(peakLongRunOf, 0.1))).toEqual([]);
  });
});
