import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import type { Plan, PlanWeek } from "../plan/plan.ts";
import { generatePlan } from "./generate.ts";

const rulebook = realRulebook();

/** Somebody of whom only the longest run is known, for a race twelve weeks ahead. */
const asked = (wish: Partial<PlanRequest>): PlanRequest =>
  aRequest({
    distance: "5k",
    today: onDate("2027-07-22"),
    raceDate: onDate("2027-10-17"),
    daysPerWeek: 3,
    weeklyMetres: null,
    result: null,
    ...wish,
  });

function planOf(wish: Partial<PlanRequest>): Plan {
  const made = generatePlan(asked(wish), rulebook);
  if (!made.ok) throw new Error(`refused for ${made.error.law} (${made.error.field})`);
  return made.value;
}

const sessionsOf = (weeks: readonly PlanWeek[]): PlanWeek["days"][number]["sessions"] =>
  weeks.flatMap((week) => week.days).flatMap((day) => day.sessions);
const trained = (plan: Plan): PlanWeek["days"][number]["sessions"] =>
  sessionsOf(plan.weeks).filter(({ kind }) => kind !== "race");

describe("a runner of whom only the longest run is known", () => {
  it("who has never run gets the plan of somebody who runs nothing a week", () => {
    const weeks = (weeklyMetres: number | null): readonly PlanWeek["days"][] =>
      planOf({ longestMetres: 0, weeklyMetres }).weeks.map(({ days }) => days);
    const plan = planOf({ longestMetres: 0 });
    expect(plan.tier).toBe("builder");
    const shapes = (all: readonly PlanWeek["days"][]): readonly (readonly number[])[] =>
      all.map((days) => days.flatMap(({ sessions }) => sessions.map(({ metres }) => metres)));
    expect(shapes(weeks(null))).toEqual(shapes(weeks(0)));
  });

  it("who has run a kilometre and a half walks between short runs and meets no fast session", () => {
    const plan = planOf({ longestMetres: 1500 });
    expect(plan.tier).toBe("builder");
    expect(trained(plan).filter(({ quality }) => quality)).toEqual([]);
    const [first] = plan.weeks;
    const walks = JSON.stringify(first).includes('"zone":"walk"');
    expect(walks).toBe(true);
    const longest = sessionsOf(plan.weeks.slice(0, 5)).map(({ seconds }) => seconds);
    expect(Math.max(...longest)).toBeLessThan(60 * 60);
  });

  it("starts from the week that such a run belongs to, not from that of the tier", () => {
    const { weeks } = planOf({ distance: "10k", raceDate: onDate("2027-12-12"), longestMetres: 5000 });
    expect(weeks[0]?.targetMetres).toBeLessThan(5000 / rulebook.longRun.assumedShareOfWeek + 1000);
  });

  it("is not led from three kilometres to thirty-one in three weeks: the nearest race is a shorter one", () => {
    const wish = asked({ distance: "marathon", raceDate: onDate("2027-12-12"), longestMetres: 3000 });
    const made = generatePlan(wish, rulebook);
    expect(made.ok).toBe(false);
    if (made.ok) return;
    expect(made.error.nearest?.request.distance).toBe("half_marathon");
    const weeks = made.error.nearest?.plan.weeks.slice(0, 3) ?? [];
    expect(Math.max(...weeks.map(({ targetMetres }) => targetMetres))).toBeLessThan(16_000);
  });

  it("keeps the start of the tier when the longest run is worth more than that", () => {
    const plan = planOf({ longestMetres: 12_000, daysPerWeek: 4 });
    const told = planOf({ longestMetres: 12_000, daysPerWeek: 4, weeklyMetres: 20_000 });
    expect(plan.weeks[0]?.targetMetres).toBe(told.weeks[0]?.targetMetres);
  });
});
