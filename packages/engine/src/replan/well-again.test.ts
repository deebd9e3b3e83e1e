import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { generatePlan } from "../generate/generate.ts";
import type { Plan, PlanWeek } from "../plan/plan.ts";
import type { Done } from "../plan/plan-change.ts";
import { addDays, type CalendarDate } from "../units/calendar-date.ts";
import { breachIdsOf, changed, changing } from "./replan.fixture.ts";
import { replan } from "./replan.ts";
import { daysOf, sessionsOf } from "./weeks.ts";

const rulebook = realRulebook();
const COLD = onDate("2026-12-10");
const made = generatePlan(aRequest({ unavailable: ["mon"] }), rulebook);
if (!made.ok) throw new Error(`refused for ${made.error.law}`);
const plan = made.value;
const illness: Done = { sessions: [], extra: [], health: { kind: "illness", date: COLD }, evidence: [] };
const ill = changed(replan(plan, COLD, illness, { kind: "adapt" }, rulebook)).plan;

const isTold = (week: PlanWeek, from: CalendarDate): boolean => week.days.every(({ date }) => date >= from);
const hardFrom = ({ weeks }: Plan, from: CalendarDate): number =>
  sessionsOf(weeks.filter((week) => isTold(week, from))).filter(
    ({ session }) => session.quality && session.kind !== "race",
  ).length;
const pastOf = (one: Plan, from: CalendarDate): string =>
  JSON.stringify(daysOf(one.weeks).filter(({ date }) => date < from));
/** Runs from the cold on that were given up, as the runner tells of them. */
const lostUntil = (day: CalendarDate): Done => ({
  ...illness,
  health: null,
  sessions: sessionsOf(ill.weeks)
    .filter(({ date }) => date >= COLD && date < day)
    .map(({ session }) => ({ session: session.id, status: "skipped" })),
});

/** From two weeks on the training is what it was, clean, with ids of its own and the past untouched. */
function expectTrainingBack(well: Plan, day: CalendarDate): void {
  const later = addDays(day, 14);
  expect(hardFrom(plan, later)).toBeGreaterThan(20);
  expect(hardFrom(well, later)).toBeGreaterThanOrEqual(0.8 * hardFrom(plan, later));
  expect(breachIdsOf(well)).toEqual([]);
  expect(well.adjustments).toEqual([]);
  expect(pastOf(well, day)).toBe(pastOf(ill, day));
  const ids = sessionsOf(well.weeks).map(({ session }) => session.id);
  expect(new Set(ids).size).toBe(ids.length);
  const kinds = new Map(sessionsOf(ill.weeks).map(({ session }) => [session.id, session.kind]));
  const kept = sessionsOf(well.weeks).filter(({ session }) => kinds.has(session.id));
  expect(kept.length).toBeGreaterThan(ids.length / 3);
  expect(kept.filter(({ session }) => session.kind !== kinds.get(session.id))).toEqual([]);
}

describe("a cold that is over", () => {
  it("had left nothing but easy running", () => {
    expect(hardFrom(ill, COLD)).toBe(0);
  });

  it.each([0, 3, 10])("after %i days of easy running gives the training back", (days) => {
    const day = addDays(COLD, days);
    expectTrainingBack(changed(changing(ill, day, { kind: "resume" }, rulebook)).plan, day);
  });

  it.each([3, 10])(
    "after %i days in bed gives the training back, by the way that the break asks for",
    (days) => {
      const day = addDays(COLD, days);
      const { plan: well } = changed(replan(ill, day, lostUntil(day), { kind: "resume" }, rulebook));
      expectTrainingBack(well, day);
      expect(well.weeks.some(({ kind }) => kind === "return")).toBe(days >= 7);
    },
  );
});

describe("a runner who is well again in the middle of the way back", () => {
  const inBed = addDays(COLD, 16);
  const back = changed(replan(ill, inBed, lostUntil(inBed), { kind: "adapt" }, rulebook)).plan;
  const returnsOf = ({ weeks }: Plan): readonly PlanWeek[] => weeks.filter(({ kind }) => kind === "return");

  it("had weeks of return, and nothing hard after them", () => {
    expect(returnsOf(back).length).toBeGreaterThan(1);
    expect(hardFrom(back, inBed)).toBe(0);
  });

  it.each([1, 3, 5, 9, 12])(
    "runs the weeks of return to their end after %i days of it, and has the training back after them",
    (days) => {
      const day = addDays(inBed, days);
      const { plan: well } = changed(changing(back, day, { kind: "resume" }, rulebook));
      expect(breachIdsOf(well)).toEqual([]);
      expect(pastOf(well, day)).toBe(pastOf(back, day));
      expect(returnsOf(well).map(({ targetMetres, week }) => [week, targetMetres])).toEqual(
        returnsOf(back).map(({ targetMetres, week }) => [week, targetMetres]),
      );
      const after = addDays(returnsOf(back).at(-1)?.days.at(-1)?.date ?? day, 1);
      const first = sessionsOf(well.weeks).find(
        ({ date, session }) => date >= day && session.quality && session.kind !== "race",
      );
      expect((first?.date ?? "") >= after).toBe(true);
      expect(hardFrom(well, after)).toBeGreaterThanOrEqual(0.6 * hardFrom(plan, after));
    },
  );
});

describe("a cold in the taper", () => {
  it.each([
    [20, 10],
    [14, 7],
    [10, 4],
    [4, 3],
  ])("told %i days before the race and over %i days later takes no way back away", (before, days) => {
    const caught = addDays(plan.raceDate, -before);
    const told: Done = { ...illness, health: { kind: "illness", date: caught } };
    const lying = changed(replan(plan, caught, told, { kind: "adapt" }, rulebook)).plan;
    const day = addDays(caught, days);
    const { plan: well } = changed(changing(lying, day, { kind: "resume" }, rulebook));
    expect(breachIdsOf(well)).toEqual([]);
    expect(well.adjustments).toEqual([]);
    expect(pastOf(well, day)).toBe(pastOf(lying, day));
  });
});

describe("a month in bed", () => {
  const up = addDays(COLD, 33);
  const back = changed(replan(ill, up, lostUntil(up), { kind: "adapt" }, rulebook)).plan;

  it("leaves a plan that can be changed again, weeks later too", () => {
    expect(back.adjustments.map(({ wish }) => wish)).toContain("break");
    for (const days of [3, 10, 24]) {
      const again = changed(changing(back, addDays(up, days), { kind: "adapt" }, rulebook)).plan;
      expect(breachIdsOf(again)).toEqual([]);
    }
  });

  it("near the race leaves fewer weeks of return, and a way to the race nevertheless", () => {
    const cold = addDays(plan.raceDate, -60);
    const late: Done = { ...illness, health: { kind: "illness", date: cold } };
    const lying = changed(replan(plan, cold, late, { kind: "adapt" }, rulebook)).plan;
    const day = addDays(cold, 30);
    const done: Done = {
      ...late,
      health: null,
      sessions: sessionsOf(lying.weeks)
        .filter(({ date }) => date >= cold && date < day)
        .map(({ session }) => ({ session: session.id, status: "skipped" })),
    };
    const risen = changed(replan(lying, day, done, { kind: "adapt" }, rulebook)).plan;
    expect(breachIdsOf(risen)).toEqual([]);
    expect(risen.raceDate).toBe(plan.raceDate);
    expect(risen.weeks.filter(({ kind }) => kind === "return").length).toBeGreaterThan(0);
  });
});
