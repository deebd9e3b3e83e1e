import { onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { Plan } from "../plan/plan.ts";
import type { ChangedWish } from "../plan/plan-change.ts";
import type { Reason } from "../reason/reason.ts";
import { addDays, type CalendarDate, daysBetween } from "../units/calendar-date.ts";
import { changed, changing, standardPlan } from "./replan.fixture.ts";
import { daysOf } from "./weeks.ts";

const rulebook = realRulebook();
const plan = standardPlan("marathon", 18, onDate("2027-04-18"), rulebook);
const from = plan.weeks[6]?.days[0]?.date ?? plan.raceDate;
const eve = addDays(plan.raceDate, -1);
const lost = daysBetween(from, plan.raceDate);

const after = (wish: ChangedWish): Plan => changed(changing(plan, from, wish, rulebook)).plan;
const pausedUntil = (last: CalendarDate): Plan => after({ kind: "pause", first: from, last });
const raceWhyOf = (of: Plan): readonly Reason[] =>
  daysOf(of.weeks).find(({ date }) => date === of.raceDate)?.sessions[0]?.why ?? [];
const reasonsOf = (of: Plan): readonly Reason[] => [
  ...of.phases.flatMap(({ why }) => why),
  ...of.weeks.flatMap(({ why = [] }) => why),
];

describe("a break of months that reaches the race", () => {
  const { raceDate } = plan;
  const closed = Array.from({ length: lost }, (_, i) => addDays(from, i));
  const ways: readonly (readonly [string, Plan])[] = [
    ["a pause", pausedUntil(eve)],
    ["days kept free", after({ kind: "block_days", days: closed })],
  ];

  it.each(ways)("promises no new base where %s leaves no day for one", (_, paused) => {
    expect(paused.raceDate).toBe(raceDate);
    expect(paused.adjustments.filter(({ law }) => law === "C2")).toEqual([
      { wish: "break_to_race", law: "C2", asked: lost, given: 0 },
    ]);
  });

  it.each(ways)("takes the goal time off race day after %s", (_, paused) => {
    expect(raceWhyOf(paused)).toEqual([
      {
        kind: "race_after_break",
        law: "C2",
        metres: 42_195,
        breakDays: lost,
        daysBack: 0,
        hasBase: false,
      },
    ]);
  });

  it.each(ways)("tells no taper, no fitness to come and no easy running that %s has taken", (_, paused) => {
    const told = reasonsOf(paused);
    const kinds = told.map(({ kind }) => kind);
    for (const kind of ["taper_length", "taper_falls", "peak_week"]) expect(kinds).not.toContain(kind);
    expect(told.filter((reason) => reason.kind === "week_mix" && reason.metres === 0)).toEqual([]);
    const empty = paused.phases.filter(({ firstWeek }) => firstWeek > 7);
    expect(empty.length).toBeGreaterThan(0);
    for (const { why } of empty) expect(why).toMatchObject([{ kind: "adjusted", wish: "break_to_race" }]);
  });

  it("says the word once, and anew when the break becomes longer", () => {
    const first = pausedUntil(addDays(from, lost - 8));
    const longer = changed(
      changing(first, from, { kind: "pause", first: addDays(from, lost - 7), last: eve }, rulebook),
    ).plan;
    expect(longer.adjustments.filter(({ law }) => law === "C2")).toEqual([
      { wish: "break_to_race", law: "C2", asked: lost, given: 0 },
    ]);
  });
});

describe("a break of five weeks with time left for a new base", () => {
  it("leaves race day without the old goal time", () => {
    const paused = pausedUntil(addDays(from, 34));
    expect(paused.adjustments.filter(({ law }) => law === "C2")).toEqual([
      { wish: "break", law: "C2", asked: 35, given: null },
    ]);
    const kinds = raceWhyOf(paused).map(({ kind }) => kind);
    expect(kinds).toEqual(["the_race", "race_after_break"]);
  });
});
