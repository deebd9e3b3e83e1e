import { onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { chosenWay } from "../plan/as-run.ts";
import type { PlanDay } from "../plan/plan.ts";
import { addDays } from "../units/calendar-date.ts";
import { breachIdsOf, changed, changing, layoutOf, standardPlan } from "./replan.fixture.ts";
import { daysOf, sessionsOf } from "./weeks.ts";

const rulebook = realRulebook();
const plan = standardPlan("10k", 12, onDate("2027-04-18"), rulebook);
/** A build week in the middle. */
const week = plan.weeks[5]?.days ?? [];
const from = week[0]?.date ?? plan.raceDate;

const on = (days: readonly PlanDay[], index: number): PlanDay["date"] => days[index]?.date ?? plan.raceDate;

describe("blocking a single day", () => {
  const busy = week.find((day) => day.sessions.some(({ quality }) => quality))?.date ?? from;
  const { plan: after, diff } = changed(changing(plan, from, { kind: "block_days", days: [busy] }, rulebook));

  it("leaves it without running, and breaks no law", () => {
    expect(layoutOf(after)[busy]).toEqual([]);
    expect(breachIdsOf(after)).toEqual([]);
  });

  it("keeps every other week as it was", () => {
    const others = (days: readonly PlanDay[]): readonly string[] =>
      days
        .filter((day) => !week.some(({ date }) => date === day.date))
        .map((day) => JSON.stringify(day.sessions.map(({ id, metres }) => [id, metres])));
    expect(others(daysOf(after.weeks))).toEqual(others(daysOf(plan.weeks)));
  });

  it("tells of each session what became of it and why", () => {
    expect(diff.sessions.find(({ fromDate }) => fromDate === busy)?.reason).toEqual({ cause: "closed_day" });
    for (const { reason } of diff.sessions) expect(["closed_day", "made_room"]).toContain(reason.cause);
  });
});

describe("blocking four days in a row", () => {
  const days = [1, 2, 3, 4].map((index) => on(week, index));
  const { plan: after } = changed(changing(plan, from, { kind: "block_days", days }, rulebook));

  it("is a short break: the first days back are easy", () => {
    for (const { date, sessions } of daysOf(after.weeks)
      .filter(({ date }) => date > on(week, 4))
      .slice(0, 2))
      for (const session of sessions) expect([date, session.quality]).toEqual([date, false]);
  });

  it("stacks nothing: no session grows, no day holds two, no week is more than planned", () => {
    const planned = new Map(
      sessionsOf(plan.weeks).map(({ session }) => [session.id, chosenWay(session).metres]),
    );
    for (const { session } of sessionsOf(after.weeks))
      expect(session.metres).toBeLessThanOrEqual(planned.get(session.id) ?? Infinity);
    for (const day of daysOf(after.weeks)) expect(day.sessions.length).toBeLessThanOrEqual(1);
    after.weeks.forEach((one, i) => {
      expect(one.targetMetres).toBeLessThanOrEqual((plan.weeks[i]?.targetMetres ?? 0) * 1.03);
    });
  });

  it("never gives an id twice", () => {
    const old = new Set(sessionsOf(plan.weeks).map(({ session }) => session.id));
    const given = sessionsOf(after.weeks).map(({ session }) => session.id);
    expect(new Set(given).size).toBe(given.length);
    const highest = Math.max(...[...old].map((id) => Number(id.slice(1))));
    for (const id of given.filter((one) => !old.has(one)))
      expect(Number(id.slice(1))).toBeGreaterThan(highest);
  });
});

describe("blocking nine days in a row", () => {
  const [last, back] = [addDays(from, 8), addDays(from, 9)];
  const days = Array.from({ length: 9 }, (_, i) => addDays(from, i));
  const blocked = changed(changing(plan, from, { kind: "block_days", days }, rulebook));
  const paused = changed(changing(plan, from, { kind: "pause", first: from, last }, rulebook));

  it("is a pause: the way back is the same", () => {
    expect(breachIdsOf(blocked.plan)).toEqual([]);
    expect(blocked.plan.weeks.map(({ kind }) => kind)).toEqual(paused.plan.weeks.map(({ kind }) => kind));
    expect(layoutOf(blocked.plan)).toEqual(layoutOf(paused.plan));
  });

  it("says that the weeks after it are lighter because of law C2", () => {
    const later = blocked.diff.sessions.filter(({ fromDate }) => (fromDate ?? from) >= addDays(back, 7));
    expect(later.length).toBeGreaterThan(0);
    for (const { reason } of later) expect(reason).toEqual({ cause: "law", law: "C2" });
  });
});

it("says that there is nothing to block in a day that is past", () => {
  expect(changing(plan, on(week, 3), { kind: "block_days", days: [on(week, 1)] }, rulebook)).toMatchObject({
    ok: false,
    error: { type: "ChangeProblem", problem: "past" },
  });
});
