import { onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { Plan } from "../plan/plan.ts";
import { addDays, type CalendarDate, weekdayOf } from "../units/calendar-date.ts";
import { breachIdsOf, changed, changing, dateOf, layoutOf, standardPlan } from "./replan.fixture.ts";
import { sessionsOf } from "./weeks.ts";

const rulebook = realRulebook();
const plan = standardPlan("half_marathon", 16, onDate("2027-04-18"), rulebook);
const firstDay = plan.weeks[0]?.days[0]?.date ?? onDate("2027-01-01");
/** The days of a week of the build, the fewest of which are the same. */
const week = plan.weeks.find(
  ({ kind, phase, days }) =>
    kind === "build" &&
    phase === "build" &&
    days.flatMap((day) => day.sessions).filter((one) => one.quality).length > 1,
);
const days = week?.days ?? [];
const rest = days.find((day) => day.sessions.length === 0 && day.date > (days[1]?.date ?? ""))?.date;

const easyDay = days.find(
  (day) => day.sessions.some(({ kind }) => kind !== "long") && day.sessions.every(({ quality }) => !quality),
);
const hard = days.filter((day) => day.sessions.some(({ quality, kind }) => quality && kind !== "long"));

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The plan is not the one that this test was written for.");
  return value;
}

const sessionOn = (on: Plan, date: CalendarDate): string =>
  required(on.weeks.flatMap((one) => one.days).find((day) => day.date === date)?.sessions[0]?.id);

describe("moving a session", () => {
  const easy = required(easyDay).date;
  const id = sessionOn(plan, easy);

  it("changes its day and nothing else", () => {
    const { plan: after, diff } = changed(
      changing(plan, firstDay, { kind: "move", session: id, to: required(rest) }, rulebook),
    );
    expect(layoutOf(after)).toEqual({ ...layoutOf(plan), [easy]: [], [required(rest)]: [id] });
    expect(breachIdsOf(after)).toEqual([]);
    const [entry] = diff.sessions;
    expect(diff.sessions).toHaveLength(1);
    expect(entry).toMatchObject({
      fate: "moved",
      sessionId: id,
      fromDate: easy,
      toDate: rest,
      reason: { cause: "asked" },
    });
    expect(entry?.metresAfter).toBe(entry?.metresBefore);
  });

  it("and moving it back gives the very plan that was there before", () => {
    const there = changed(
      changing(plan, firstDay, { kind: "move", session: id, to: required(rest) }, rulebook),
    );
    expect(there.plan.changes).toHaveLength(1);
    const back = changed(changing(there.plan, firstDay, { kind: "move", session: id, to: easy }, rulebook));
    expect(JSON.stringify(back.plan)).toBe(JSON.stringify(plan));
  });

  it("beside another hard day is refused with the law, the number and a day that works", () => {
    const [first, second] = hard;
    const to = addDays(required(second).date, weekdayOf(required(second).date) === "mon" ? 1 : -1);
    const session = sessionOn(plan, required(first).date);
    const answer = changing(plan, firstDay, { kind: "move", session, to }, rulebook);
    if (answer.ok || answer.error.type !== "ChangeRefusal") throw new Error("It was not refused.");
    const { nearest } = answer.error;
    expect(["H1", "L7", "S4", "E4"]).toContain(answer.error.law);
    expect(answer.error.measured).not.toBe(answer.error.limit);
    expect(breachIdsOf(required(nearest ?? undefined).plan)).toEqual([]);
    const again = changed(changing(plan, firstDay, required(nearest ?? undefined).wish, rulebook));
    expect(again.plan).toEqual(nearest?.plan);
  });

  it.each([
    ["a session that is past", id, addDays(easy, 1), required(rest), "past"],
    ["onto a day that is past", id, easy, addDays(easy, -1), "past"],
    ["a session that there is none of", "s999", firstDay, required(rest), "not_in_the_plan"],
    ["onto its own day", id, firstDay, easy, "no_change"],
    ["onto race day", id, firstDay, plan.raceDate, "the_race"],
    ["beyond the plan", id, firstDay, onDate("2029-01-01"), "not_in_the_plan"],
  ] as const)("makes no sense for %s", (_, session, from, to, problem) => {
    expect(changing(plan, from, { kind: "move", session, to }, rulebook)).toMatchObject({
      ok: false,
      error: { type: "ChangeProblem", problem },
    });
  });
});

describe("swapping two days", () => {
  const [first] = hard;
  const one = required(first).date;
  const other = required(
    days.find((day) => day.sessions.some(({ kind }) => kind === "easy" || kind === "strides")),
  ).date;

  it("exchanges their sessions, or says which law forbids it and what is allowed", () => {
    const answer = changing(plan, firstDay, { kind: "swap", days: [one, other] }, rulebook);
    const after = answer.ok
      ? answer.value.plan
      : answer.error.type === "ChangeRefusal"
        ? answer.error.nearest?.plan
        : null;
    expect(breachIdsOf(required(after ?? undefined))).toEqual([]);
    expect(sessionsOf(required(after ?? undefined).weeks)).toHaveLength(sessionsOf(plan.weeks).length);
  });

  it("twice gives the very plan that was there before", () => {
    const rested = required(rest);
    const easy = required(easyDay).date;
    const there = changed(changing(plan, firstDay, { kind: "swap", days: [easy, rested] }, rulebook));
    expect(dateOf(there.plan, sessionOn(plan, easy))).toBe(rested);
    const back = changed(changing(there.plan, firstDay, { kind: "swap", days: [rested, easy] }, rulebook));
    expect(JSON.stringify(back.plan)).toBe(JSON.stringify(plan));
  });
});
