import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { generatePlan } from "../generate/generate.ts";
import type { Plan } from "../plan/plan.ts";
import type { Done } from "../plan/plan-change.ts";
import { addDays, type CalendarDate } from "../units/calendar-date.ts";
import { breachIdsOf, changed, standardPlan } from "./replan.fixture.ts";
import { replan } from "./replan.ts";
import { metresOf, sessionsOf } from "./weeks.ts";

const rulebook = realRulebook();
const raceDate = onDate("2027-04-18");
const made = generatePlan(
  aRequest({ unavailable: ["mon"], raceDate, today: onDate("2026-12-01") }),
  rulebook,
);
if (!made.ok) throw new Error(made.error.law);
const plan = made.value;

/** The plan for who ran nothing of the last days before one. */
function afterLosing(of: Plan, days: number, until: CalendarDate): Plan {
  const first = addDays(until, -days);
  const done: Done = {
    sessions: sessionsOf(of.weeks)
      .filter(({ date }) => date >= first && date < until)
      .map(({ session }) => ({ session: session.id, status: "skipped" })),
    extra: [],
    health: null,
    evidence: [],
  };
  return changed(replan(of, until, done, { kind: "adapt" }, rulebook)).plan;
}

describe("weeks that were missed, as a runner tells of them", () => {
  it.each([28, 40])("are taken up even %i days of them shortly before the race", (days) => {
    for (const before of [18, 16, 14]) {
      const after = afterLosing(plan, days, addDays(raceDate, -before));
      expect(breachIdsOf(after)).toEqual([]);
      expect(after.raceDate).toBe(raceDate);
    }
  });

  it("at the start lower the peak to what the first weeks that were run can lead to", () => {
    const after = afterLosing(plan, 28, addDays(plan.weeks[0]?.days[0]?.date ?? raceDate, 30));
    expect(breachIdsOf(after)).toEqual([]);
    const weeks = after.weeks.slice(5).map(({ days }) => metresOf(days));
    const old = plan.weeks.slice(5).map(({ days }) => metresOf(days));
    expect(Math.max(...weeks)).toBeLessThan(0.95 * Math.max(...old));
  });

  it("in the build shorten the very run that would be a leap, and no other", () => {
    const steep = standardPlan("marathon", 12, raceDate, rulebook);
    for (const days of [10, 14]) {
      const after = afterLosing(steep, days, addDays(raceDate, -45));
      expect(breachIdsOf(after)).toEqual([]);
    }
  });
});

describe("six days off between days of rest", () => {
  const restful = generatePlan(
    aRequest({ daysPerWeek: 4, unavailable: ["mon", "fri"], raceDate, today: onDate("2026-12-01") }),
    rulebook,
  );
  if (!restful.ok) throw new Error(restful.error.law);
  const four = restful.value;

  it("are eight days without a run, and ask for a lighter week", () => {
    const [monday, before] = [four.weeks[6]?.days[0]?.date ?? raceDate, four.weeks[5]?.days ?? []];
    const wish = { kind: "pause", first: addDays(monday, 1), last: addDays(monday, 6) } as const;
    const { plan: after } = changed(replan(four, monday, null, wish, rulebook));
    const share = metresOf(after.weeks[7]?.days ?? []) / metresOf(before);
    expect(share).toBeGreaterThanOrEqual(0.7);
    expect(share).toBeLessThanOrEqual(0.8);
    expect(breachIdsOf(after)).toEqual([]);
  });

  it("are led back from though the plan begins with them", () => {
    const sat = generatePlan(
      aRequest({ daysPerWeek: 4, unavailable: ["sun", "mon"], raceDate, today: onDate("2026-11-30") }),
      rulebook,
    );
    if (!sat.ok) throw new Error(sat.error.law);
    const first = sat.value.weeks[0]?.days[0]?.date ?? raceDate;
    const wish = { kind: "pause", first, last: addDays(first, 5) } as const;
    const { plan: after } = changed(replan(sat.value, first, null, wish, rulebook));
    expect(breachIdsOf(after)).toEqual([]);
  });
});

describe("a pause that ends late in a week", () => {
  it.each([
    ["its last day", 6, 14],
    ["its last two days", 5, 7],
    ["its last two days", 5, 21],
  ])(
    "leaves easy runs for %s and no long run to rest for, and changes the weeks after it",
    (_, day, days) => {
      const back = plan.weeks[8]?.days[day]?.date ?? raceDate;
      const wish = { kind: "pause", first: addDays(back, -days), last: addDays(back, -1) } as const;
      const { plan: after } = changed(replan(plan, wish.first, null, wish, rulebook));
      expect(breachIdsOf(after)).toEqual([]);
      const week = sessionsOf(after.weeks.slice(8, 9)).map(({ session }) => session.kind);
      expect(week.length).toBeGreaterThan(0);
      expect(week).not.toContain("long");
    },
  );
});
