import { onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { ChangedWish } from "../plan/plan-change.ts";
import { addDays, type CalendarDate } from "../units/calendar-date.ts";
import { alternativesTo } from "./alternatives.ts";
import { standardPlan } from "./replan.fixture.ts";

const rulebook = realRulebook();
const plan = standardPlan("10k", 12, onDate("2027-04-18"), rulebook);
const from = plan.weeks[5]?.days[0]?.date ?? plan.raceDate;
const day = (days: number): CalendarDate => addDays(from, days);
const beside = (wish: ChangedWish, first = from): readonly ChangedWish[] =>
  alternativesTo({ plan, from: first, done: null, wish }, rulebook);
const AS_IT_IS: ChangedWish = { kind: "adapt" };

describe("what is offered in place of", () => {
  it("days off in a row: a break of them, then fewer of them, the most first", () => {
    expect(beside({ kind: "block_days", days: [day(3), day(1), day(2)] })).toEqual([
      { kind: "pause", first: day(1), last: day(3) },
      { kind: "block_days", days: [day(1), day(2)] },
      { kind: "block_days", days: [day(2), day(3)] },
      { kind: "block_days", days: [day(1)] },
      { kind: "block_days", days: [day(2)] },
      { kind: "block_days", days: [day(3)] },
      AS_IT_IS,
    ]);
  });

  it("a break that ends within a week: one to the end of a week, the nearest first, then a later race", () => {
    const [first, last] = [day(2), day(12)];
    const offered = beside({ kind: "pause", first, last });
    expect(offered.slice(0, 3)).toEqual([
      { kind: "pause", first, last: day(13) },
      { kind: "pause", first, last: day(6) },
      { kind: "pause", first, last, raceDate: addDays(plan.raceDate, 7) },
    ]);
    expect(offered).toContainEqual({ kind: "pause", first, last: day(7) });
    const toTheEnd = beside({ kind: "pause", first, last: day(13) });
    expect(toTheEnd[0]).toEqual({ kind: "pause", first, last: day(6) });
  });

  it("days off far from each other: fewer of them, and no break of the days between", () => {
    expect(beside({ kind: "block_days", days: [day(1), day(5)] })).toEqual([
      { kind: "block_days", days: [day(1)] },
      { kind: "block_days", days: [day(5)] },
      AS_IT_IS,
    ]);
  });

  it("two days swapped: others making room, days close by, and the day of the long run last of all", () => {
    const isLong = (date: CalendarDate): boolean =>
      plan.weeks
        .flatMap((week) => week.days)
        .some((one) => one.date === date && one.sessions.some(({ kind }) => kind === "long"));
    const offered = beside({ kind: "swap", days: [day(3), day(5)] });
    expect(offered[0]).toEqual({ kind: "swap", days: [day(3), day(5)], respace: true });
    const touching = offered.map((wish) => wish.kind === "swap" && wish.days.some(isLong));
    const first = touching.indexOf(true);
    expect(first).toBeGreaterThan(offered.length / 2);
    expect(touching.slice(first, -1)).not.toContain(false);
  });

  it("what was run: nothing, for it cannot be undone", () => {
    expect(beside(AS_IT_IS)).toEqual([]);
  });

  it("hard running resumed: to leave the plan as it is", () => {
    expect(beside({ kind: "resume" })).toEqual([AS_IT_IS]);
  });

  it("a session that is not in the plan: to leave the plan as it is", () => {
    expect(beside({ kind: "move", session: "s999", to: day(1) })).toEqual([AS_IT_IS]);
  });

  const racesBeside = (wished: CalendarDate): readonly CalendarDate[] =>
    beside({ kind: "race_date", date: wished }).flatMap((wish) =>
      wish.kind === "race_date" ? [wish.date] : [],
    );

  it("a race brought forward: later days, a week later first, for there is less time than was planned", () => {
    const wished = addDays(plan.raceDate, -28);
    const dates = racesBeside(wished);
    expect(dates.slice(0, 5)).toEqual([7, 1, 2, 3, 14].map((days) => addDays(wished, days)));
    expect(dates.every((date) => date > wished)).toBe(true);
  });

  it("a race put off: the same weekday in the weeks beside it, the one towards the old race first, then days around", () => {
    const wished = addDays(plan.raceDate, 28);
    const dates = racesBeside(wished);
    expect(dates.slice(0, 4)).toEqual([-7, 7, 1, -1].map((days) => addDays(wished, days)));
    expect(dates.slice(8, 10)).toEqual([-14, 14].map((days) => addDays(wished, days)));
  });

  it("a race on a Saturday: Saturdays, then the Sunday behind it, then the days around", () => {
    const wished = addDays(plan.raceDate, 27);
    expect(racesBeside(wished).slice(0, 5)).toEqual([-7, 7, 1, -1, 2].map((days) => addDays(wished, days)));
  });

  it("a race put off that comes too late for the taper: days right behind the old race too", () => {
    const dates = racesBeside(addDays(plan.raceDate, 14));
    expect(dates.slice(7, 10)).toEqual([11, 28, 6].map((days) => addDays(plan.raceDate, days)));
    expect(dates).toContain(addDays(plan.raceDate, 1));
    expect(dates).not.toContain(plan.raceDate);
  });

  it("another day for the long run: the weekdays beside it, then the next long run alone", () => {
    const kinds = beside({ kind: "long_run_day", weekday: "wed" }).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "long_run_day")).toHaveLength(5);
    expect(kinds).toContain("move");
  });

  it("another day for the long run in race week, where none is left: only other weekdays", () => {
    const kinds = beside({ kind: "long_run_day", weekday: "wed" }, addDays(plan.raceDate, -2)).map(
      ({ kind }) => kind,
    );
    expect(new Set(kinds)).toEqual(new Set(["long_run_day", "adapt"]));
  });
});
