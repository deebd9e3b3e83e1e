import { onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { Plan } from "../plan/plan.ts";
import type { ChangedWish, Done } from "../plan/plan-change.ts";
import { addDays, type CalendarDate } from "../units/calendar-date.ts";
import { breachIdsOf, standardPlan } from "./replan.fixture.ts";
import { replan } from "./replan.ts";
import { daysOf, sessionsOf } from "./weeks.ts";

const rulebook = realRulebook();
const marathon = standardPlan("marathon", 18, onDate("2027-04-18"), rulebook);
const fiveK = standardPlan("5k", 8, onDate("2027-04-18"), rulebook);
const tenK = standardPlan("10k", 12, onDate("2027-04-18"), rulebook);
const TIME = { timeout: 60_000 };

const firstOf = (plan: Plan, week: number): CalendarDate =>
  plan.weeks[week - 1]?.days[0]?.date ?? plan.raceDate;

/** The plan that a change leads to, or the nearest one that works: no answer is nothing. */
function answered(
  plan: Plan,
  from: CalendarDate,
  wish: ChangedWish,
  done: Partial<Done> | null = null,
): Plan {
  const told: Done | null =
    done === null ? null : { sessions: [], extra: [], health: null, evidence: [], ...done };
  const result = replan(plan, from, told, wish, rulebook);
  if (result.ok) return result.value.plan;
  if (result.error.type === "ChangeProblem") throw new Error(JSON.stringify(result.error));
  if (result.error.nearest === null) throw new Error(`No way is left beside ${result.error.law}.`);
  expect(result.error.nearest.diff.sessions.length + (done === null ? 0 : 1)).toBeGreaterThan(0);
  return result.error.nearest.plan;
}

/** A runner can go on with it: nothing that is past has moved, no law is broken, and no id stands twice. */
function expectSound(after: Plan, before: Plan, from: CalendarDate): void {
  const past = (plan: Plan): string =>
    JSON.stringify(
      daysOf(plan.weeks)
        .filter(({ date }) => date < from)
        .map(({ date, sessions }) => [date, sessions.map(({ id, metres, title }) => [id, metres, title])]),
    );
  expect(past(after)).toBe(past(before));
  expect(breachIdsOf(after)).toEqual([]);
  const ids = sessionsOf(after.weeks).map(({ session }) => session.id);
  expect(new Set(ids).size).toBe(ids.length);
}

const runBefore = (plan: Plan, from: CalendarDate, count: number, share: number): Done["sessions"] =>
  sessionsOf(plan.weeks)
    .filter(({ date }) => date < from)
    .slice(-count)
    .map(({ session: { id, metres, seconds } }) =>
      share === 0
        ? { session: id, status: "skipped" }
        : { session: id, status: "done", metres: metres * share, seconds: seconds * share },
    );

describe.each([
  ["marathon", marathon],
  ["5k", fiveK],
] as const)("a %s plan", (_, plan) => {
  const middle = Math.ceil(plan.weeks.length / 2);

  it.each([
    ["begins", 2],
    ["is half over", middle],
    ["tapers", plan.weeks.length - 1],
  ])("goes on after a pause of any length when it %s", TIME, (_when, week) => {
    const from = firstOf(plan, week);
    for (const days of [3, 8, 15, 24]) {
      const last = addDays(from, days - 1);
      if (last >= plan.raceDate) continue;
      expectSound(answered(plan, from, { kind: "pause", first: from, last }), plan, from);
    }
  });

  it.each([-21, -10, -3, 2, 5, 17, 28])("leads to a race %i days from the old one", TIME, (days) => {
    const from = firstOf(plan, 3);
    const date = addDays(plan.raceDate, days);
    expectSound(answered(plan, from, { kind: "race_date", date }), plan, from);
  });

  it.each(["mon", "wed", "fri"] as const)("finds a place for its long runs by %s", TIME, (weekday) => {
    const from = addDays(firstOf(plan, 3), 2);
    expectSound(answered(plan, from, { kind: "long_run_day", weekday }), plan, from);
  });

  it("repeats a week early, late, and the one before the taper", TIME, () => {
    for (const week of [1, middle, plan.weeks.length - 2]) {
      const from = firstOf(plan, week + 1);
      expectSound(answered(plan, from, { kind: "repeat_week", week }), plan, from);
    }
  });

  it("exchanges the long run for each other day of its week, or says what comes nearest", TIME, () => {
    const from = firstOf(plan, middle);
    const days = plan.weeks[middle - 1]?.days.map(({ date }) => date) ?? [];
    const long = days.at(-1) ?? from;
    for (const day of days.slice(0, -1))
      expectSound(answered(plan, from, { kind: "swap", days: [day, long] }), plan, from);
  });

  it("moves each hard session by a day either way, or says what comes nearest", TIME, () => {
    const from = firstOf(plan, middle);
    const hard = sessionsOf(plan.weeks.slice(middle - 1, middle)).filter(({ session }) => session.quality);
    for (const { session, date } of hard)
      for (const to of [addDays(date, 1), addDays(date, -1)])
        if (to >= from)
          expectSound(answered(plan, from, { kind: "move", session: session.id, to }), plan, from);
  });

  it("does without any days of a week that are taken", TIME, () => {
    const from = firstOf(plan, middle);
    for (const count of [1, 3, 5]) {
      const days = Array.from({ length: count }, (_day, i) => addDays(from, i + 1));
      expectSound(answered(plan, from, { kind: "block_days", days }), plan, from);
    }
  });

  it.each([
    ["skipped", 0],
    ["cut by half", 0.5],
    ["outrun by half", 1.5],
    ["doubled", 2],
  ])("answers runs that were %s, one of them or two weeks of them", TIME, (_how, share) => {
    for (const week of [3, middle, plan.weeks.length])
      for (const count of [1, 4, 9]) {
        const from = addDays(firstOf(plan, week), 3);
        const sessions = runBefore(plan, from, count, share);
        expectSound(answered(plan, from, { kind: "adapt" }, { sessions }), plan, from);
      }
  });
});

describe("a race of a short plan", () => {
  it.each([1, 7, 17, 28, 49])("is put off by %i days in the third week, as was asked for", TIME, (days) => {
    const date = addDays(fiveK.raceDate, days);
    const answer = replan(fiveK, firstOf(fiveK, 3), null, { kind: "race_date", date }, rulebook);
    expect(answer.ok && answer.value.plan.raceDate).toBe(date);
  });
});

describe("what was run and a wish at once", () => {
  it("are answered together: what was run first, and the wish by a plan that knows of it", TIME, () => {
    const from = firstOf(tenK, 6);
    const sessions = runBefore(tenK, from, 2, 0);
    const wish = { kind: "block_days", days: [addDays(from, 2)] } as const;
    const after = answered(tenK, from, wish, { sessions });
    expectSound(after, tenK, from);
    expect(after.changes?.map((change) => change.wish.kind)).toEqual(["adapt", "block_days"]);
  });

  it("end in what was run alone when nothing close to the wish works", TIME, () => {
    const from = firstOf(tenK, 6);
    const after = answered(
      tenK,
      from,
      { kind: "race_date", date: addDays(from, 2) },
      {
        sessions: runBefore(tenK, from, 3, 0),
      },
    );
    expect(after.changes?.[0]?.wish.kind).toBe("adapt");
  });

  it("take a long run that nobody had planned into account, on any day", TIME, () => {
    const from = firstOf(tenK, 6);
    const extra = [{ date: addDays(from, -2), metres: 24_000, seconds: 8800 }];
    expectSound(answered(tenK, from, { kind: "adapt" }, { extra }), tenK, from);
  });
});

describe("illness", () => {
  it(
    "at any time of a plan leaves it whole and without a hard day, and so does illness in race week",
    TIME,
    () => {
      for (const plan of [marathon, fiveK, tenK])
        for (const week of [2, plan.weeks.length - 3, plan.weeks.length]) {
          const from = addDays(firstOf(plan, week), 1);
          const health = { kind: "illness", date: addDays(from, -1) } as const;
          const after = answered(plan, from, { kind: "adapt" }, { health });
          expectSound(after, plan, from);
          expect(
            sessionsOf(after.weeks).filter(
              ({ session, date }) => session.quality && session.kind !== "race" && date >= from,
            ),
          ).toEqual([]);
        }
    },
  );
});
