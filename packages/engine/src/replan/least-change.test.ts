import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { generatePlan } from "../generate/generate.ts";
import type { PlanWeek } from "../plan/plan.ts";
import { addDays, type CalendarDate, daysBetween } from "../units/calendar-date.ts";
import { alternativesTo } from "./alternatives.ts";
import { breachIdsOf, changed, changing } from "./replan.fixture.ts";
import { metresOf, sessionsOf, sessionsOn } from "./weeks.ts";

const rulebook = realRulebook();
const raceDate = onDate("2027-04-18");
const made = generatePlan(
  aRequest({
    distance: "half_marathon",
    raceDate,
    today: onDate("2026-12-14"),
    daysPerWeek: 4,
    unavailable: ["mon", "fri"],
    weeklyMetres: 45_000,
    longestMetres: 15_000,
  }),
  rulebook,
);
if (!made.ok) throw new Error(made.error.law);
const plan = made.value;

/** A build week whose hard days are Tuesday and Thursday. */
const week = plan.weeks.find(
  ({ kind, days }) =>
    kind === "build" && days.filter((day) => day.sessions[0]?.quality === true).length === 2,
);
const monday = week?.days[0]?.date ?? raceDate;
const on = (index: number): CalendarDate => addDays(monday, index);

describe("a short pause in the middle of a week", () => {
  const { plan: after } = changed(
    changing(plan, monday, { kind: "pause", first: on(2), last: on(4) }, rulebook),
  );

  it("leaves the hard session of the day before it, and the long run after it, where they were", () => {
    for (const day of [1, 6])
      expect(sessionsOn(after.weeks, on(day)).map(({ id, kind }) => [id, kind])).toEqual(
        sessionsOn(plan.weeks, on(day)).map(({ id, kind }) => [id, kind]),
      );
    expect(breachIdsOf(after)).toEqual([]);
  });
});

describe("a pause over a whole lighter week", () => {
  it("leaves a week without running, which is called no cutback", () => {
    const lighter = plan.weeks.find(({ kind }) => kind === "cutback");
    const first = lighter?.days[0]?.date ?? raceDate;
    const wish = { kind: "pause", first, last: addDays(first, 9) } as const;
    const { plan: after } = changed(changing(plan, first, wish, rulebook));
    const lost = after.weeks.find(({ days }) => days[0]?.date === first);
    expect(lost === undefined ? null : [metresOf(lost.days), lost.kind]).toEqual([0, "return"]);
  });
});

describe("a race on the day before the one that was planned", () => {
  const race = addDays(raceDate, -1);
  const { plan: after } = changed(
    changing(plan, addDays(raceDate, -40), { kind: "race_date", date: race }, rulebook),
  );
  const lastLong = (weeks: readonly PlanWeek[]) =>
    sessionsOf(weeks).findLast(({ session }) => session.kind === "long");

  it("keeps the taper: the last long run comes a day sooner and is as long as it was", () => {
    const [then, now] = [lastLong(plan.weeks), lastLong(after.weeks)];
    expect(now?.session.metres).toBe(then?.session.metres);
    expect(daysBetween(now?.date ?? race, then?.date ?? race)).toBe(1);
    expect(breachIdsOf(after)).toEqual([]);
  });

  it("keeps the weeks before the taper as they were", () => {
    const before = (weeks: readonly PlanWeek[]): readonly number[] =>
      weeks.slice(0, -2).map(({ targetMetres }) => targetMetres);
    expect(before(after.weeks)).toEqual(before(plan.weeks));
  });
});

describe("instead of a move that no law allows", () => {
  it("an exchange with the day of the long run is offered last", () => {
    const hard = sessionsOf(week === undefined ? [] : [week]).find(({ session }) => session.quality);
    const move = { kind: "move", session: hard?.session.id ?? "", to: on(6) } as const;
    const offered = alternativesTo({ plan, from: monday, done: null, wish: move }, rulebook);
    const swaps = offered.findIndex((one) => one.kind === "swap" && one.days.includes(on(6)));
    const moves = offered.findLastIndex((one) => one.kind === "move");
    expect(swaps).toBeGreaterThan(moves);
  });
});
