import { onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { generatePlan } from "../generate/generate.ts";
import { factsOf } from "../plan/facts.ts";
import { easyPaceOf } from "../pace/training-paces.ts";
import type { Plan, Session } from "../plan/plan.ts";
import type { ChangedWish } from "../plan/plan-change.ts";
import type { Reason } from "../reason/reason.ts";
import { addDays, type CalendarDate, daysBetween } from "../units/calendar-date.ts";
import { changed, changing, standardPlan } from "./replan.fixture.ts";
import { withRaceTime } from "./race-time.ts";
import { sessionsOn } from "./weeks.ts";

const rulebook = realRulebook();
/** With a result, so that there is a time to lose. */
const plan = made(
  generatePlan(
    {
      ...standardPlan("marathon", 18, onDate("2027-04-18"), rulebook).request,
      result: { metres: 21_097.5, seconds: 5900 },
    },
    rulebook,
  ),
);
const from = plan.weeks[6]?.days[0]?.date ?? plan.raceDate;
const eve = addDays(plan.raceDate, -1);
const lost = daysBetween(from, plan.raceDate);

const after = (wish: ChangedWish): Plan => changed(changing(plan, from, wish, rulebook)).plan;
const pausedUntil = (last: CalendarDate): Plan => after({ kind: "pause", first: from, last });
function made(result: ReturnType<typeof generatePlan>): Plan {
  if (!result.ok) throw new Error(result.error.law);
  return result.value;
}
const raceOf = ({ weeks, raceDate }: Plan): Session | undefined => sessionsOn(weeks, raceDate)[0];
const raceWhyOf = (of: Plan): readonly Reason[] => raceOf(of)?.why ?? [];
const reasonsOf = (of: Plan): readonly Reason[] => [
  ...of.phases.flatMap(({ why }) => why),
  ...of.weeks.flatMap(({ why = [] }) => why),
];

/** Effort in words, as long as easy running takes: nothing that a goal time could be read from. */
function expectNoTime(of: Plan): void {
  const race = raceOf(of);
  const seconds = of.paces === null ? 0 : Math.round((42_195 * easyPaceOf(of.paces)) / 1000);
  expect(of.prediction).toBeUndefined();
  expect(race).toMatchObject({ kind: "race", metres: 42_195, seconds });
  expect(race?.steps).toEqual([
    { zone: "race", by: "distance", metres: 42_195, seconds, effort: "by effort, with no time in mind" },
  ]);
}

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

  it.each(ways)("prescribes no race pace and predicts no time after %s", (_, paused) => {
    expectNoTime(paused);
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
    expectNoTime(paused);
  });

  it("gives race day its time back where nothing tells of the break any more", () => {
    const { changes: _, ...told } = pausedUntil(addDays(from, 34));
    const again = withRaceTime(told, factsOf(told, rulebook), rulebook);
    expect(raceOf(again)?.steps).toEqual(raceOf(plan)?.steps);
    expect(raceOf(again)?.seconds).toBe(raceOf(plan)?.seconds);
    expect(again.prediction).toEqual(plan.prediction);
    expect(withRaceTime(again, factsOf(again, rulebook), rulebook)).toBe(again);
  });
});
