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
