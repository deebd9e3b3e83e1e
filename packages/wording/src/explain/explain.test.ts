import { certify, certifyChange, type LawVerdict, type Refusal } from "@strideiq/engine";
import { aMarathonPlan, aPlan, aRulebook, BROKEN_CHANGES, BROKEN_PLANS } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { LAW_WORDS } from "../names/law-words.ts";
import { handMadePlan } from "../plan-text/hand-made-plan.fixture.ts";
import { explainLaw, weekWords } from "./explain-law.ts";
import { explainRefusal } from "./explain-refusal.ts";

describe("a verdict in words", () => {
  const table: readonly [LawVerdict, string][] = [
    [
      { id: "L5", verdict: "flag", measured: 0.53, limit: 0.5, quantity: "share", weeks: [3, 7] },
      "long run as a share of its week: 53 %, at most 50 %, weeks 3 and 7",
    ],
    [
      { id: "V1", verdict: "pass", measured: 52_000, limit: 60_500, quantity: "distance" },
      "the week that climbs most: 52 km, at most 60.5 km",
    ],
    [
      { id: "L6", verdict: "flag", measured: 11_400, limit: 10_800, quantity: "duration" },
      "longest run: 3 h 10 min, at most 3 h",
    ],
    [
      { id: "S3", verdict: "breach", measured: 1, limit: 3, quantity: "days", weeks: [18] },
      "from the last hard session to the race: 1 day, at least 3 days, week 18",
    ],
    [
      { id: "V5", verdict: "breach", measured: 0, limit: 1, why: "the plan has no cutback week" },
      "the plan has no cutback week (cutback weeks: 0, at least 1)",
    ],
    [
      { id: "I3", verdict: "pass", measured: 2040, limit: 2400, quantity: "duration" },
      "fast running in one session: 34 min, at most 40 min",
    ],
    [
      { id: "I3", verdict: "pass", measured: 6000, limit: 10_000, quantity: "distance" },
      "fast running in one session: 6 km, at most 10 km",
    ],
    [
      { id: "T3", verdict: "pass", measured: 5, limit: 3.75, quantity: "days" },
      "run days in the last full week: 5 days, at least 3.8 days",
    ],
    [
      { id: "L6", verdict: "flag", measured: 10_824, limit: 10_800, quantity: "duration" },
      "longest run: 3:00:24, at most 3:00:00",
    ],
    [
      { id: "L3", verdict: "flag", measured: 16_575.2, limit: 16_575, quantity: "distance" },
      "the run that leaps most beyond its last thirty days: 16.575 km, just above the limit",
    ],
    [
      { id: "L3", verdict: "flag", measured: 16_632, limit: 16_610, quantity: "distance" },
      "the run that leaps most beyond its last thirty days: 16.632 km, at most 16.610 km",
    ],
    [
      { id: "I10", verdict: "pass", measured: 273, limit: 291, quantity: "pace" },
      "the pace closest to its slower neighbour: 4:33 /km, at most 4:51 /km",
    ],
    [
      { id: "H1", verdict: "pass", measured: 1, limit: 1, quantity: "days", why: "two hard days in a row" },
      "hard days in a row: 1 day, limit 1 day",
    ],
    [
      { id: "I7", verdict: "breach", measured: 1, limit: 0, weeks: [4], why: "a block in the base phase" },
      "a block in the base phase, week 4",
    ],
    [{ id: "L7", verdict: "breach", measured: 2, limit: 0 }, "hard runs on the day after a long run (2)"],
    [{ id: "S9", verdict: "pass", measured: 0, limit: 0 }, ""],
    [{ id: "S8", verdict: "not_applicable", why: "proved by test" }, "proved by test"],
  ];

  it.each(table)("tells %j", (verdict, detail) => {
    expect(explainLaw(verdict, "km").detail).toBe(detail);
  });

  it("says of every verdict on sound and broken plans what its numbers count", () => {
    const rules = aRulebook();
    const laws = [
      ...[aPlan(), aMarathonPlan(), ...BROKEN_PLANS.map(({ plan }) => plan)].flatMap(
        (plan) => certify(plan, rules).laws,
      ),
      ...BROKEN_CHANGES.flatMap(({ before, after }) => certifyChange(before, after, rules).laws),
    ];
    for (const law of laws) {
      const { detail } = explainLaw(law, "km");
      expect(detail, `${law.id} ${law.quantity ?? ""}`).not.toMatch(/^\d|\(\d+\D*,|at most 0$|^weeks? \d/);
    }
  });

  it("has words for a law that it does not know", () => {
    expect(explainLaw({ id: "Z9", verdict: "pass", measured: 3 }, "km")).toEqual({
      name: "Law Z9",
      verdict: "kept",
      detail: "3",
    });
  });

  it("gives each law a name of its own, and a reason that fits a sentence", () => {
    const words = Object.values(LAW_WORDS);
    expect(new Set(words.map(({ name }) => name)).size).toBe(words.length);
    for (const { because } of words) expect(because).toMatch(/^[a-z].*[a-z]$/);
  });

  it.each([
    [[3], "week 3"],
    [[7, 3], "weeks 3 and 7"],
    [[1, 2, 3, 4, 5, 6], "weeks 1 to 6"],
    [[1, 2, 3, 7, 9], "weeks 1 to 3, 7 and 9"],
    [[4, 5], "weeks 4 and 5"],
  ] as const)("says %j as %s", (weeks, words) => {
    expect(weekWords(weeks)).toBe(words);
  });
});

describe("a wish that cannot be kept", () => {
  const plan = handMadePlan();
  const refusal = (more: Partial<Refusal>): Refusal => ({
    type: "Refusal",
    law: "E1",
    field: "weeklyMetres",
    measured: 15_000,
    limit: 21_000,
    quantity: "distance",
    nearest: { request: plan.request, plan },
    ...more,
  });

  it("tells whoever starts out what the race takes, and not what was never told", () => {
    expect(explainRefusal(refusal({ measured: 0 }), "km").reason).toBe(
      "Whoever starts out needs time for a base first: this race takes at least 21 km a week to start from (law E1). If you run already, say how much.",
    );
  });

  it("gives the reason with its numbers, and the nearest plan", () => {
    expect(explainRefusal(refusal({}), "km")).toEqual({
      reason:
        "You run 15 km a week; this race needs at least 21 km to start from, or time for a base block first (law E1).",
      instead:
        "The nearest plan that is safe: a half marathon on Sunday 3 January 2027, 6 weeks, 4 run days a week, from 37.7 km to 44.9 km a week, Monday off.",
    });
  });

  it("says how many weeks are missing", () => {
    expect(
      explainRefusal(refusal({ law: "horizon", field: "raceDate", measured: 2, limit: 4 }), "km").reason,
    ).toBe(
      "2 weeks are too few to prepare for this race safely; from where you are it takes at least 4 (rule: weeks before the race).",
    );
  });

  it.each([
    [
      { law: "S5", field: "unavailable", measured: 2, limit: 3 },
      "Your days off leave 2 days to run on; a plan needs at least 3 (law S5).",
    ],
    [
      { law: "S5", field: "daysPerWeek", measured: 5, limit: 4 },
      "You ask for 5 run days a week, and your week has 4 free (law S5).",
    ],
    [
      { law: "E3", field: "tier", measured: 3000, limit: 7871 },
      "You run about 3 km a week; this tier begins with at least 7.9 km, and a smaller week with walks between the runs (law E3).",
    ],
    [
      { law: "L1", field: "dayLimits", measured: 9000, limit: 24_000 },
      "Your long-run day has room for 9 km; the longest run before this race is at least 24 km (law L1).",
    ],
    [
      { law: "horizon", field: "weeks", measured: 18, limit: 12 },
      "A plan of 18 weeks does not fit: the race is 12 weeks away (rule: weeks before the race).",
    ],
    [
      { law: "horizon", field: "longestMetres", measured: 18_000, limit: 20_000 },
      "Your longest run so far is 18 km; with so few weeks left this race takes one of at least 20 km (rule: weeks before the race).",
    ],
    [
      { law: "E4", field: "daysPerWeek", measured: 43_700, limit: 45_000, quantity: "distance" },
      "The biggest week that you can safely reach in time comes to 43.7 km; plans for this race have one of at least 45 km (law E4).",
    ],
    [
      { law: "E4", field: "daysPerWeek", measured: 44_980, limit: 45_000, quantity: "distance" },
      "The biggest week that you can safely reach in time comes to 44.980 km; plans for this race have one of at least 45.000 km (law E4).",
    ],
    [
      { law: "E4", field: "daysPerWeek", measured: 52_000, limit: 48_000, quantity: "distance" },
      "A week your days can carry: your wish comes to 52 km, and at most 48 km is right. That many run days cannot carry more (law E4).",
    ],
    [
      { law: "V4", field: "weeklyMetres", measured: 45_020, limit: 45_000, quantity: "distance" },
      "First week: your wish comes to 45.020 km, and at most 45.000 km is right. The first week starts from what you run now (law V4).",
    ],
  ] as const)("says %j as a runner would", (more, reason) => {
    expect(explainRefusal(refusal(more), "km").reason).toBe(reason);
  });

  it("says where the long run goes in the nearest plan, where a day had no room for it", () => {
    const crowded = refusal({ law: "L1", field: "dayLimits", measured: 9000, limit: 24_000 });
    expect(explainRefusal(crowded, "km").instead).toMatch(
      /Monday off, the long run on Sunday without a limit of time\.$/,
    );
    const request = { ...plan.request, dayLimits: { sun: 9000 } };
    const within = refusal({ ...crowded, nearest: { request, plan } });
    expect(explainRefusal(within, "km").instead).toMatch(/the long run on Sunday within 2 h 30 min\.$/);
  });

  it("names a cure where there is no plan at all", () => {
    expect(
      explainRefusal(
        refusal({ law: "E3", field: "daysPerWeek", measured: 1200, limit: 3000, nearest: null }),
        "km",
      ),
    ).toEqual({
      reason:
        "Runs worth going out for: your wish comes to 1.2 km, and at least 3 km is right. So many run days would leave each run too short to train anything (law E3).",
      instead: "Ask for other run days.",
    });
  });
});
