import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import { daysBetween } from "../units/calendar-date.ts";
import { breachesOf } from "../checks/certify.ts";
import type { Plan, Session } from "../plan/plan.ts";
import { generatePlan } from "./generate.ts";

const rulebook = realRulebook();

function planOf(wish: Partial<PlanRequest>): Plan {
  const made = generatePlan(aRequest(wish), rulebook);
  if (!made.ok) throw new Error(`refused for ${made.error.law} (${made.error.field})`);
  return made.value;
}

describe("a wish that is hard to keep", () => {
  it("keeps its cutback where no workout is small enough for the week that taught the taper's effort", () => {
    const plan = planOf({
      distance: "5k",
      raceDate: onDate("2027-01-05"),
      weekStart: "sun",
      longRunDay: "tue",
      daysPerWeek: 3,
      weeklyMetres: 17_000,
      longestMetres: null,
      result: null,
    });
    expect(plan.weeks.map(({ kind }) => kind)).toContain("cutback");
    expect(plan.adjustments).toEqual([]);
  });

  it("has a week less of base where three run days leave no other place for the sessions of the race", () => {
    const plan = planOf({
      distance: "10k",
      raceDate: onDate("2029-09-24"),
      today: onDate("2029-07-12"),
      weeklyMetres: 39_000,
      longestMetres: null,
      daysPerWeek: 3,
      unavailable: ["thu", "fri", "sat"],
      longRunDay: "tue",
      result: { metres: 42_195, seconds: 9325 },
    });
    expect(plan.weeks.filter(({ phase }) => phase === "base")).toHaveLength(2);
    expect(plan.certificate.laws.find(({ id }) => id === "I8")?.verdict).not.toBe("breach");
  });

  it("gives up run days before the sessions of the race, where seven small runs hold none of them", () => {
    const plan = planOf({
      distance: "5k",
      raceDate: onDate("2028-03-03"),
      today: onDate("2027-11-28"),
      result: { metres: 42_195, seconds: 7664 },
      age: 75,
      weeklyMetres: null,
      longestMetres: null,
      tier: "low",
      daysPerWeek: 7,
      longRunDay: "mon",
    });
    expect(plan.daysPerWeek).toBeLessThan(7);
    expect(plan.adjustments.map(({ wish }) => wish)).toContain("days_per_week");
  });

  it("is a plan to finish where a marathon is four weeks away and the long runs are there already", () => {
    const plan = planOf({
      raceDate: onDate("2026-12-20"),
      today: onDate("2026-11-23"),
      daysPerWeek: 5,
      weeklyMetres: 60_000,
      longestMetres: 24_000,
      result: null,
    });
    expect(plan.adjustments.map(({ wish }) => wish)).toContain("finish");
    expect(plan.certificate.laws.find(({ id }) => id === "L1")).toMatchObject({
      verdict: "flag",
      limit: 30_000,
    });
  });

  it("is kept to the edge of the laws: a marathon in eight weeks from a longest run of 5 km", () => {
    const plan = planOf({
      raceDate: onDate("2028-11-15"),
      today: onDate("2028-09-19"),
      weekStart: "sun",
      weeklyMetres: 22_000,
      longestMetres: 5000,
      result: { metres: 21_097.5, seconds: 7140 },
    });
    const longRuns = plan.weeks.flatMap((week) => week.days.flatMap((day) => day.sessions));
    expect(Math.max(...longRuns.flatMap(({ kind, metres }) => (kind === "long" ? [metres] : [])))).toBe(
      24_000,
    );
  });

  it("has its first week at the edge of what is run now, where eight weeks must lead from 23 km to a marathon", () => {
    const plan = planOf({
      raceDate: onDate("2028-12-17"),
      today: onDate("2028-10-28"),
      weekStart: "sun",
      longRunDay: "fri",
      age: 76,
      weeklyMetres: 23_000,
      longestMetres: 8000,
      result: { metres: 5000, seconds: 1252 },
    });
    const weeks = plan.weeks.map(({ targetMetres }) => targetMetres);
    expect(weeks[0]).toBeGreaterThan(25_000);
    expect(Math.max(...weeks.slice(0, -1))).toBe(45_000);
  });

  it("peaks no higher over a first week held back by its days: a marathon on three days, longest run 7 km", () => {
    const plan = planOf({
      raceDate: onDate("2030-06-25"),
      today: onDate("2030-03-28"),
      longRunDay: "fri",
      daysPerWeek: 3,
      weeklyMetres: 33_000,
      longestMetres: 7000,
      result: null,
    });
    const weeks = plan.weeks.slice(0, -1).map(({ targetMetres }) => targetMetres);
    expect(Math.max(...weeks) / (weeks[0] ?? 0)).toBeLessThanOrEqual(2.5);
    expect(Math.max(...weeks)).toBeGreaterThan(45_000);
  });

  it("has its long runs early in the week where the wished day is taken and the race is on a Wednesday", () => {
    const marathon = {
      raceDate: onDate("2029-09-26"),
      today: onDate("2029-07-31"),
      weeklyMetres: 30_000,
      longestMetres: 7000,
      result: { metres: 5000, seconds: 1198 },
    };
    const plan = planOf({ ...marathon, unavailable: ["mon", "sat"], longRunDay: "sat" });
    expect(plan.adjustments.find(({ wish }) => wish === "long_run_day")).toMatchObject({
      law: "S5",
      asked: "sat",
      given: "wed",
    });
    // A wished day that is free stays where it was wished for, and the law is named instead.
    const refused = generatePlan(aRequest({ ...marathon, unavailable: ["mon"] }), rulebook);
    expect(refused.ok ? null : refused.error.law).toBe("E4");
  });

  it("grows with care where whole minutes would carry a week across a law", () => {
    const marathonIn = { raceDate: onDate("2027-11-12"), today: onDate("2027-09-15") };
    const first = { weekStart: "sun", longRunDay: "sat", daysPerWeek: 3, result: null } as const;
    const plan = planOf({ ...marathonIn, ...first, weeklyMetres: 50_000, longestMetres: 11_000 });
    expect(breachesOf(plan.certificate)).toEqual([]);
  });

  it("counts running against running where the walks end: a half in eight weeks, by walk and run, from 4 km", () => {
    const plan = planOf({
      distance: "half_marathon",
      raceDate: onDate("2027-05-03"),
      today: onDate("2027-03-14"),
      unavailable: ["fri"],
      longRunDay: "mon",
      daysPerWeek: 3,
      age: 63,
      weeklyMetres: 19_000,
      longestMetres: 4000,
      result: null,
    });
    expect(plan.weeks.flatMap(({ days }) => days).some((day) => day.sessions.some(walksAndRuns))).toBe(true);
    expect(breachesOf(plan.certificate)).toEqual([]);
  });

  it("holds a threshold block that repeats no session where a fast runner's small weeks leave few ways", () => {
    const plan = planOf({
      distance: "half_marathon",
      raceDate: onDate("2027-11-08"),
      today: onDate("2027-05-27"),
      weekStart: "sun",
      unavailable: ["sat", "sun"],
      daysPerWeek: 3,
      weeklyMetres: 22_000,
      longestMetres: 9000,
      result: { metres: 5000, seconds: 799 },
    });
    const titles = plan.weeks.flatMap(({ days }) => days.flatMap(({ sessions }) => sessions));
    expect(titles.filter(({ kind }) => kind === "threshold").length).toBeGreaterThan(5);
  });
});

const walksAndRuns = ({ title }: Session): boolean => title.startsWith("Run and walk");

describe("race week", () => {
  const longDays = ["sat", "sun"] as const;
  it.each([3, 4, 5, 6])(
    "has its strides in the last run two to four days before, on %i days",
    (daysPerWeek) => {
      for (const longRunDay of longDays) {
        const wish = { distance: "10k", tier: "mid", weeklyMetres: null, longestMetres: null } as const;
        const runs = lastWeekOf(planOf({ ...wish, daysPerWeek, longRunDay }));
        const strides = runs.filter(({ kind }) => kind === "strides").map(({ left }) => left);
        const inTime = runs.filter(({ left }) => left >= 2 && left <= 4).map(({ left }) => left);
        if (inTime.length > 0) expect(strides).toContain(Math.min(...inTime));
      }
    },
  );
});

interface RunBefore {
  readonly kind: Session["kind"];
  /** Days before the race. */
  readonly left: number;
}

const lastWeekOf = ({ weeks, raceDate }: Plan): readonly RunBefore[] =>
  weeks
    .flatMap(({ days }) => days)
    .flatMap(({ date, sessions }) =>
      sessions.map(({ kind }) => ({ kind, left: daysBetween(date, raceDate) })),
    )
    .filter(({ left }) => left > 0 && left < 7);
