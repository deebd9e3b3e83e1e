import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import { attemptPlan, generatePlan } from "../generate/generate.ts";
import type { Plan } from "../plan/plan.ts";
import type { ChangedWish } from "../plan/plan-change.ts";
import { addDays, type CalendarDate } from "../units/calendar-date.ts";
import { changed, changing } from "./replan.fixture.ts";
import { isRace, metresOf } from "./weeks.ts";

const rulebook = realRulebook();
const today = onDate("2026-11-23");

function made(wish: Partial<PlanRequest>): Plan {
  const plan = generatePlan(aRequest({ today, unavailable: ["mon"], ...wish }), rulebook);
  if (!plan.ok) throw new Error(plan.error.law);
  return plan.value;
}

const small = made({
  distance: "half_marathon",
  raceDate: onDate("2027-03-28"),
  result: null,
  weeklyMetres: 15_000,
  longestMetres: 8000,
  daysPerWeek: 3,
});
const marathon = made({
  distance: "marathon",
  raceDate: onDate("2027-04-18"),
  result: { metres: 21_097.5, seconds: 5900 },
  weeklyMetres: 55_000,
  longestMetres: 18_000,
  daysPerWeek: 5,
});

const peakOf = ({ weeks }: Plan): number =>
  Math.max(
    ...weeks.map(({ days }) =>
      metresOf(days.map((day) => ({ ...day, sessions: day.sessions.filter((one) => !isRace(one)) }))),
    ),
  );

describe("a race that comes sooner", () => {
  it("is refused where the entry rules refuse a new plan of as many weeks, and by the same number", () => {
    const date = onDate("2027-01-03");
    const fresh = attemptPlan({ ...small.request, raceDate: date, weeks: null }, rulebook);
    const answer = changing(small, today, { kind: "race_date", date }, rulebook);
    if (fresh.ok || answer.ok) throw new Error("Six weeks are enough.");
    expect(answer.error).toMatchObject({
      law: "horizon",
      measured: 6,
      limit: fresh.error.limit,
      quantity: "weeks",
      nearest: { wish: { kind: "race_date", date: "2027-01-17" } },
    });
  });

  it.each(["2027-01-06", "2027-01-17", "2027-02-21"])(
    "on %s leads no further up than a new plan of as many weeks",
    (day) => {
      const date: CalendarDate = onDate(day);
      const fresh = attemptPlan({ ...marathon.request, raceDate: date, weeks: null }, rulebook);
      if (!fresh.ok) throw new Error(fresh.error.law);
      const { plan } = changed(changing(marathon, today, { kind: "race_date", date }, rulebook));
      expect(peakOf(plan)).toBeLessThanOrEqual(peakOf(fresh.value) * 1.02);
    },
  );
});

const weekOfPlan = (plan: Plan, week: number): CalendarDate =>
  plan.weeks[week - 1]?.days[0]?.date ?? plan.raceDate;

/** Ways to bring a race forward beside asking for the day alone. */
const alsoSooner = (raceDate: CalendarDate): readonly (readonly [string, ChangedWish])[] => [
  ["a pause", { kind: "pause", first: addDays(today, 8), last: addDays(today, 10), raceDate }],
  ["a longer pause", { kind: "pause", first: today, last: addDays(today, 9), raceDate }],
  ["a week once more", { kind: "repeat_week", week: 1, raceDate }],
];

describe("a race that comes sooner with", () => {
  it.each(["a pause", "a longer pause", "a week once more"])(
    "%s is refused where the entry rules refuse a new plan of as many weeks",
    (name) => {
      const wish = alsoSooner(onDate("2027-01-03")).find(([one]) => one === name)?.[1];
      if (wish === undefined) throw new Error(name);
      const from = wish.kind === "repeat_week" ? weekOfPlan(small, 2) : today;
      const answer = changing(small, from, wish, rulebook);
      if (answer.ok) throw new Error("Six weeks are enough.");
      expect(answer.error).toMatchObject({ law: "horizon", measured: 6, limit: 8, quantity: "weeks" });
    },
  );

  it.each(["a pause", "a longer pause", "a week once more"])(
    "%s leads no further up than a new plan of as many weeks",
    (name) => {
      const raceDate = onDate("2027-01-31");
      const fresh = attemptPlan({ ...marathon.request, raceDate, weeks: null }, rulebook);
      if (!fresh.ok) throw new Error(fresh.error.law);
      const wish = alsoSooner(raceDate).find(([one]) => one === name)?.[1];
      if (wish === undefined) throw new Error(name);
      const from = wish.kind === "repeat_week" ? weekOfPlan(marathon, 2) : today;
      const { plan } = changed(changing(marathon, from, wish, rulebook));
      expect(plan.raceDate).toBe(raceDate);
      expect(peakOf(plan)).toBeLessThanOrEqual(peakOf(fresh.value) * 1.02);
    },
  );

  it("nothing else later is still led no further up, when the plan is built anew", () => {
    const date = onDate("2027-01-17");
    const fresh = attemptPlan({ ...marathon.request, raceDate: date, weeks: null }, rulebook);
    if (!fresh.ok) throw new Error(fresh.error.law);
    const { plan } = changed(changing(marathon, today, { kind: "race_date", date }, rulebook));
    const from = weekOfPlan(plan, 3);
    const again = changed(changing(plan, from, { kind: "repeat_week", week: 2 }, rulebook)).plan;
    expect(peakOf(again)).toBeLessThanOrEqual(peakOf(fresh.value) * 1.02);
  });

  it("fewer weeks asked for than there were: the weeks count from the first of the plan", () => {
    const late = made({
      distance: "half_marathon",
      raceDate: onDate("2027-03-28"),
      result: null,
      weeklyMetres: 15_000,
      longestMetres: 8000,
      daysPerWeek: 3,
      weeks: 12,
    });
    const answer = changing(late, today, { kind: "race_date", date: onDate("2027-02-21") }, rulebook);
    expect(answer).toMatchObject({ ok: false, error: { law: "horizon", measured: 7, limit: 8 } });
  });
});
