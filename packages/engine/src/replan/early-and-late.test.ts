import { onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { ChangedWish } from "../plan/plan-change.ts";
import type { Plan } from "../plan/plan.ts";
import { addDays, type CalendarDate } from "../units/calendar-date.ts";
import { breachIdsOf, changed, changing, standardPlan } from "./replan.fixture.ts";
import { daysOf, metresOf, sessionsOf } from "./weeks.ts";

const rulebook = realRulebook();
const plan = standardPlan("10k", 12, onDate("2027-04-18"), rulebook);
const firstDay = plan.weeks[0]?.days[0]?.date ?? plan.raceDate;
const lastWeek = plan.weeks.at(-1)?.days[0]?.date ?? plan.raceDate;
const made = (from: CalendarDate, wish: ChangedWish): Plan =>
  changed(changing(plan, from, wish, rulebook)).plan;
/** The plan that the change leads to, or the nearest one that works. */
function answered(from: CalendarDate, wish: ChangedWish): Plan {
  const answer = changing(plan, from, wish, rulebook);
  if (answer.ok) return answer.value.plan;
  if (answer.error.type === "ChangeProblem" || answer.error.nearest === null)
    throw new Error("Nothing is near.");
  // To leave the plan as it is needs no change, and is none.
  expect(answer.error.nearest.diff.sessions).not.toEqual([]);
  return answer.error.nearest.plan;
}
const metresFrom = (of: Plan, first: CalendarDate, days: number): number =>
  metresOf(daysOf(of.weeks).filter(({ date }) => date >= first && date < addDays(first, days)));

describe("a plan that has not begun", () => {
  it.each([-14, 14])(
    "is built for a race %i days from the old one, from the volume that the runner has",
    (days) => {
      const after = made(firstDay, { kind: "race_date", date: addDays(plan.raceDate, days) });
      expect(after.weeks).toHaveLength(plan.weeks.length + days / 7);
      expect(breachIdsOf(after)).toEqual([]);
      const first = after.weeks[0]?.targetMetres ?? 0;
      expect(Math.abs(first / (plan.weeks[0]?.targetMetres ?? 1) - 1)).toBeLessThan(0.1);
    },
  );

  it.each([10, 17, 30])("answers %i days off at its start by weeks that keep every law", (days) => {
    const last = addDays(firstDay, days - 1);
    const after = answered(firstDay, { kind: "pause", first: firstDay, last });
    expect(after.raceDate >= plan.raceDate).toBe(true);
    expect(breachIdsOf(after)).toEqual([]);
  });

  it.each([10, 30])("is taken up after %i days off at its start, as was asked for", (days) => {
    const wish = { kind: "pause", first: firstDay, last: addDays(firstDay, days - 1) } as const;
    const after = made(firstDay, wish);
    expect(metresFrom(after, firstDay, days)).toBe(0);
    expect(after.raceDate).toBe(plan.raceDate);
  });

  it("repeats its first week in place of the second", () => {
    const after = made(addDays(firstDay, 7), { kind: "repeat_week", week: 1 });
    expect(after.weeks[1]?.phase).toBe("base");
    expect(breachIdsOf(after)).toEqual([]);
  });
});

describe("a race put off once race week has begun", () => {
  it.each([
    [1, 14],
    [2, 7],
    [3, 21],
    [5, 28],
  ])("%i days before it leads to a race %i days later, by a week that has its long run", (before, days) => {
    const later = addDays(plan.raceDate, days);
    const after = made(addDays(plan.raceDate, -before), { kind: "race_date", date: later });
    const races = sessionsOf(after.weeks).filter(({ session }) => session.kind === "race");
    expect(races.map(({ date }) => date)).toEqual([later]);
    expect(breachIdsOf(after)).toEqual([]);
    const onOldDay = sessionsOf(after.weeks).find(({ date }) => date === plan.raceDate);
    expect(onOldDay?.session.kind).toBe("long");
  });

  it("to a day too soon is answered with a law and its number, and with a race day close to it that works", () => {
    const wish = { kind: "race_date", date: addDays(lastWeek, 3) } as const;
    const answer = changing(plan, addDays(lastWeek, 1), wish, rulebook);
    if (answer.ok || answer.error.type !== "ChangeRefusal") throw new Error("It was not refused.");
    const { law, limit, measured, nearest } = answer.error;
    expect([law, limit]).toEqual(["T2", 0.5]);
    expect(measured).toBeGreaterThan(0.5);
    if (nearest?.wish.kind !== "race_date") throw new Error("There is no race near.");
    const races = sessionsOf(nearest.plan.weeks).filter(({ session }) => session.kind === "race");
    expect(races.map(({ date }) => date)).toEqual([nearest.wish.date]);
    expect(breachIdsOf(nearest.plan)).toEqual([]);
  });
});

describe("a pause with another race day", () => {
  it.each([3, 10])("of %i days in the build is answered by a plan to that day", (days) => {
    const from = plan.weeks[4]?.days[0]?.date ?? firstDay;
    const raceDate = addDays(plan.raceDate, 14);
    const after = made(from, { kind: "pause", first: from, last: addDays(from, days - 1), raceDate });
    expect(after.raceDate).toBe(raceDate);
    expect(metresFrom(after, from, days)).toBe(0);
    expect(breachIdsOf(after)).toEqual([]);
  });
});

describe("a long break right before the taper", () => {
  it("leaves no weeks to return by: hard running is over, and the race stands", () => {
    const from = plan.weeks.at(-3)?.days[0]?.date ?? firstDay;
    const after = answered(from, { kind: "pause", first: from, last: addDays(from, 9) });
    expect(breachIdsOf(after)).toEqual([]);
    const hard = sessionsOf(after.weeks).filter(
      ({ session, date }) => session.quality && session.kind !== "race" && date >= addDays(from, 10),
    );
    expect(hard).toEqual([]);
  });
});
