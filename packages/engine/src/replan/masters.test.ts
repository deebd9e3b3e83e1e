import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { generatePlan } from "../generate/generate.ts";
import type { Plan } from "../plan/plan.ts";
import type { ChangedWish } from "../plan/plan-change.ts";
import { addDays, type CalendarDate, daysBetween } from "../units/calendar-date.ts";
import { breachIdsOf, changing } from "./replan.fixture.ts";
import { sessionsOf } from "./weeks.ts";

const rulebook = realRulebook();
const made = generatePlan(
  aRequest({ age: 58, distance: "10k", raceDate: onDate("2027-02-28"), weeklyMetres: 45_000 }),
  rulebook,
);
if (!made.ok) throw new Error(made.error.law);
const plan = made.value;

/** Days of hard sessions, the race left out. */
const hardDays = ({ weeks }: Plan): readonly CalendarDate[] =>
  sessionsOf(weeks)
    .filter(({ session }) => session.quality && session.kind !== "race")
    .map(({ date }) => date);

const leastGap = (of: Plan): number => {
  const days = hardDays(of);
  return Math.min(...days.slice(1).map((day, i) => daysBetween(days[i] ?? day, day)));
};

/** A week with two hard sessions that begin to move. */
const week = plan.weeks.find(
  ({ days }) => days.flatMap(({ sessions }) => sessions).filter(({ quality }) => quality).length === 2,
);
const from = week?.days[0]?.date ?? plan.raceDate;
const [first, second] = sessionsOf(week === undefined ? [] : [week]).filter(({ session }) => session.quality);
if (first === undefined || second === undefined)
  throw new Error("No week of the plan has two hard sessions.");

describe("changes of the plan of a runner past fifty", () => {
  it("begin with hard days 72 hours apart", () => {
    expect(leastGap(plan)).toBe(3);
  });

  it("never bring a hard session within 48 hours of another, and name the law and another day", () => {
    const answer = changing(
      plan,
      from,
      { kind: "move", session: second.session.id, to: addDays(first.date, 2) },
      rulebook,
    );
    expect(answer).toMatchObject({ ok: false, error: { law: "H1", measured: 48 * 3600, limit: 72 * 3600 } });
    if (answer.ok || answer.error.type !== "ChangeRefusal") throw new Error("The move was not refused.");
    expect(leastGap(answer.error.nearest?.plan ?? plan)).toBeGreaterThanOrEqual(3);
  });

  it.each<readonly [string, ChangedWish]>([
    ["a pause of three days", { kind: "pause", first: from, last: addDays(from, 2) }],
    ["a pause of ten days", { kind: "pause", first: from, last: addDays(from, 9) }],
    ["the day of a hard session taken", { kind: "block_days", days: [second.date] }],
    ["another day for the long run", { kind: "long_run_day", weekday: "sat" }],
    ["a week once more", { kind: "repeat_week", week: week?.week ?? 1 }],
  ])("keep them 72 hours apart after %s", (_, wish) => {
    const answer = changing(plan, from, wish, rulebook);
    const after = answer.ok
      ? answer.value.plan
      : answer.error.type === "ChangeRefusal"
        ? answer.error.nearest?.plan
        : undefined;
    if (after === undefined) throw new Error("Neither the change nor another one can be kept.");
    expect(leastGap(after)).toBeGreaterThanOrEqual(3);
    expect(breachIdsOf(after)).toEqual([]);
  });
});
