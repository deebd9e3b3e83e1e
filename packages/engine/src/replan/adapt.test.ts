import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { generatePlan } from "../generate/generate.ts";
import { isRepeat, type Plan } from "../plan/plan.ts";
import type { Done } from "../plan/plan-change.ts";
import { addDays, type CalendarDate } from "../units/calendar-date.ts";
import { breachIdsOf, changed, layoutOf, standardPlan } from "./replan.fixture.ts";
import { replan } from "./replan.ts";
import { daysOf, sessionsOf } from "./weeks.ts";

const rulebook = realRulebook();
const plan = standardPlan("10k", 12, onDate("2027-04-18"), rulebook);
const from = plan.weeks[6]?.days[0]?.date ?? plan.raceDate;
const NOTHING: Done = { sessions: [], extra: [], health: null, evidence: [] };
const adapted = (done: Partial<Done>, day: CalendarDate = from, of: Plan = plan): Plan =>
  changed(replan(of, day, { ...NOTHING, ...done }, { kind: "adapt" }, rulebook)).plan;
const before = sessionsOf(plan.weeks).filter(({ date }) => date < from);
const skipped = (count: number): Done["sessions"] =>
  before.slice(-count).map(({ session }) => ({ session: session.id, status: "skipped" }));
const hardFrom = (of: Plan, day: CalendarDate): readonly string[] =>
  sessionsOf(of.weeks)
    .filter(({ session, date }) => session.quality && session.kind !== "race" && date >= day)
    .map(({ session }) => session.id);

describe("what was run", () => {
  it("as planned changes nothing", () => {
    expect(layoutOf(adapted({}))).toEqual(layoutOf(plan));
  });

  it("but for one missed run: the plan goes on as written, and the run is not made up for", () => {
    const after = adapted({ sessions: skipped(1) });
    expect(layoutOf(after)).toEqual(layoutOf(plan));
    expect(breachIdsOf(after)).toEqual([]);
  });

  it("but for ten days: the plan comes back by weeks of return", () => {
    const after = adapted({ sessions: skipped(8) });
    expect(after.weeks[6]?.kind).toBe("return");
    expect(after.weeks[6]?.targetMetres).toBeLessThanOrEqual((plan.weeks[4]?.targetMetres ?? 0) * 0.8);
  });

  it("far beyond the plan in a long run: the next long run is shorter", () => {
    const long = before.findLast(({ session }) => session.kind === "long")?.session;
    const sessions = [
      { session: long?.id ?? "", status: "done", metres: (long?.metres ?? 0) * 1.5, seconds: 9000 },
    ] as const;
    const nextLong = (of: Plan): number =>
      sessionsOf(of.weeks).find(({ session, date }) => session.kind === "long" && date >= from)?.session
        .metres ?? 0;
    expect(nextLong(adapted({ sessions }))).toBeLessThanOrEqual(nextLong(plan) * 0.9);
  });

  it("is told of past days only, and of sessions that there are", () => {
    const coming = sessionsOf(plan.weeks).find(({ date }) => date > from)?.session.id ?? "";
    for (const [session, problem] of [
      [coming, "not_yet"],
      ["s999", "not_in_the_plan"],
    ] as const)
      expect(
        replan(
          plan,
          from,
          { ...NOTHING, sessions: [{ session, status: "skipped" }] },
          { kind: "adapt" },
          rulebook,
        ),
      ).toMatchObject({ ok: false, error: { type: "ChangeProblem", field: "done", problem } });
  });
});

describe("pain or illness", () => {
  const ill = adapted({ health: { kind: "illness", date: addDays(from, -1) } });

  it("suspends every hard session from that day on, keeps the distance, and says where to turn to", () => {
    expect(hardFrom(plan, from).length).toBeGreaterThan(0);
    expect(hardFrom(ill, from)).toEqual([]);
    expect(daysOf(ill.weeks).map((day) => day.sessions.length)).toEqual(
      daysOf(plan.weeks).map((day) => day.sessions.length),
    );
    expect(ill.adjustments).toContainEqual({ wish: "health", law: "C5", asked: null, given: null });
    expect(breachIdsOf(ill)).toEqual([]);
  });

  it("leaves out strides and hills, too: what is left is easy running", () => {
    const kinds = (one: Plan) =>
      daysOf(one.weeks)
        .filter(({ date }) => date >= from)
        .flatMap(({ sessions }) => sessions.map(({ kind }) => kind));
    expect(kinds(plan)).toContain("strides");
    const left = ["easy", "recovery", "medium_long", "long", "race"];
    expect(kinds(ill).filter((kind) => !left.includes(kind))).toEqual([]);
  });

  it("leaves a new runner the walks", () => {
    const wish = { distance: "5k", tier: "builder", weeklyMetres: 8000, longestMetres: null } as const;
    const made = generatePlan(aRequest({ ...wish, daysPerWeek: 3, result: null }), rulebook);
    if (!made.ok) throw new Error(`refused for ${made.error.law}`);
    const beginner = made.value;
    const day = beginner.weeks[1]?.days[0]?.date ?? beginner.raceDate;
    const held = adapted({ health: { kind: "red_flag", date: addDays(day, -1) } }, day, beginner);
    const outings = sessionsOf(held.weeks).filter(({ date }) => date >= day);
    expect(outings.some(({ session }) => session.kind === "strides")).toBe(false);
    expect(outings.some(({ session }) => session.steps.some(isRepeat))).toBe(true);
    expect(breachIdsOf(held)).toEqual([]);
  });

  it("keeps them suspended whatever else changes, until the athlete resumes", () => {
    const days = [addDays(from, 8)];
    const { plan: later } = changed(
      replan(ill, addDays(from, 1), null, { kind: "block_days", days }, rulebook),
    );
    expect(hardFrom(later, from)).toEqual([]);
    const { plan: well } = changed(replan(later, addDays(from, 14), null, { kind: "resume" }, rulebook));
    expect(hardFrom(well, addDays(from, 14)).length).toBeGreaterThan(0);
    expect(well.adjustments.some(({ law }) => law === "C5")).toBe(false);
    expect(breachIdsOf(well)).toEqual([]);
  });

  it("is not resumed where nothing was suspended", () => {
    expect(replan(plan, from, null, { kind: "resume" }, rulebook)).toMatchObject({
      ok: false,
      error: { type: "ChangeProblem", problem: "nothing_to_resume" },
    });
  });
});
