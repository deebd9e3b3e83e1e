import { aPlan, onDate, withChange } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { Plan } from "../plan/plan.ts";
import type { ChangedWish, Done } from "../plan/plan-change.ts";
import type { CalendarDate } from "../units/calendar-date.ts";
import { problemOf } from "./check-change.ts";

/** A 10K plan of twelve weeks, Monday 23 November to race day, Sunday 14 February. */
const asPlan = (plan: ReturnType<typeof aPlan>): Plan => ({
  ...plan,
  certificate: { laws: [] },
  phases: [],
  workouts: {},
});
const plan = asPlan(aPlan());
const beforePlan = onDate("2026-11-20");
/** Wednesday of the sixth week: threshold was on Tuesday, intervals come on Friday. */
const wednesday = onDate("2026-12-30");
const friday = onDate("2027-01-01");
const raceDay = onDate("2027-02-14");
const afterRace = onDate("2027-02-20");

/** A day that does not exist, as it may arrive from outside. */
const noDay = JSON.parse('"2027-02-30"') as CalendarDate;

const ask = (wish: ChangedWish, from = wednesday, on = plan) =>
  problemOf({ plan: on, from, done: null, wish });

const told = (done: Partial<Done>) =>
  problemOf({
    plan,
    from: wednesday,
    done: { sessions: [], extra: [], health: null, evidence: [], ...done },
    wish: { kind: "adapt" },
  });

const problem = (field: string, what: string, value: unknown) => ({
  type: "ChangeProblem",
  field,
  problem: what,
  value,
});

/** The same days with another race day among them. */
const withRaceOn = (raceDate: CalendarDate): Plan => ({ ...plan, raceDate });

const longRunOnNoDay = JSON.parse('{"kind":"long_run_day","weekday":"someday"}') as ChangedWish;

describe("a change that makes sense", () => {
  it.each<[string, ChangedWish]>([
    ["a session moved to a day of rest", { kind: "move", session: "w6d5", to: onDate("2026-12-31") }],
    ["two days that change places", { kind: "swap", days: [friday, onDate("2026-12-31")] }],
    ["a blocked day", { kind: "block_days", days: [friday] }],
    ["a pause", { kind: "pause", first: friday, last: onDate("2027-01-05") }],
    ["a pause with a later race", { kind: "pause", first: friday, last: raceDay, raceDate: afterRace }],
    ["the running week once more", { kind: "repeat_week", week: 6 }],
    ["the long run on Saturdays", { kind: "long_run_day", weekday: "sat" }],
    ["a race six days later", { kind: "race_date", date: afterRace }],
    ["an adaptation to what was done", { kind: "adapt" }],
  ])("is let through: %s", (_, wish) => {
    expect(ask(wish)).toBeNull();
  });

  it("may resume what pain has stopped, and nothing else", () => {
    const pain = { health: { kind: "pain", date: onDate("2026-12-28") } } as const;
    const hurt = asPlan(withChange(aPlan(), "2026-12-28", { kind: "adapt" }, pain));
    expect(ask({ kind: "resume" }, wednesday, hurt)).toBeNull();
    expect(ask({ kind: "resume" })).toEqual(problem("from", "nothing_to_resume", null));
  });
});

describe("the day from which a change counts", () => {
  it.each<[string, CalendarDate, ReturnType<typeof problem>]>([
    ["does not exist", noDay, problem("from", "not_in_the_plan", noDay)],
    ["comes after the race", afterRace, problem("from", "after_the_race", afterRace)],
  ])("is refused when it %s", (_, from, expected) => {
    expect(ask({ kind: "adapt" }, from)).toEqual(expected);
  });

  it("is never before that of the last change", () => {
    const changed = asPlan(withChange(aPlan(), "2027-01-04", { kind: "adapt" }));
    expect(ask({ kind: "adapt" }, wednesday, changed)).toEqual(problem("from", "out_of_order", wednesday));
    expect(ask({ kind: "adapt" }, onDate("2027-01-04"), changed)).toBeNull();
  });
});

describe("what is told of the days before", () => {
  const run = { status: "done", metres: 9000, seconds: 2900 } as const;

  it("may be a session skipped or run, a run more, health and evidence", () => {
    expect(
      told({
        sessions: [
          { session: "w6d2", ...run },
          { session: "w5d2", status: "skipped" },
        ],
        extra: [{ date: onDate("2026-12-28"), metres: 5000, seconds: 1800 }],
        health: { kind: "illness", date: wednesday },
        evidence: [{ kind: "race", date: onDate("2026-12-26") }],
      }),
    ).toBeNull();
  });

  it.each<[string, Partial<Done>, ReturnType<typeof problem>]>([
    [
      "a session that the plan does not have",
      { sessions: [{ session: "w9d9", status: "skipped" }] },
      problem("done", "not_in_the_plan", "w9d9"),
    ],
    [
      "a session that is still to come",
      { sessions: [{ session: "w6d5", status: "skipped" }] },
      problem("done", "not_yet", "w6d5"),
    ],
    [
      "a session run backwards",
      { sessions: [{ session: "w6d2", ...run, metres: -1 }] },
      problem("done", "out_of_range", -1),
    ],
    [
      "a session of two days and nights",
      { sessions: [{ session: "w6d2", ...run, seconds: 172_800 }] },
      problem("done", "out_of_range", 9000),
    ],
    [
      "a run that is still to come",
      { extra: [{ date: wednesday, metres: 5000, seconds: 1800 }] },
      problem("done", "not_yet", wednesday),
    ],
    [
      "a run from before the plan",
      { extra: [{ date: beforePlan, metres: 5000, seconds: 1800 }] },
      problem("done", "not_in_the_plan", beforePlan),
    ],
    [
      "a run round half the earth",
      { extra: [{ date: onDate("2026-12-28"), metres: 20_000_000, seconds: 1800 }] },
      problem("done", "out_of_range", 20_000_000),
    ],
    [
      "a run in less than no time",
      { extra: [{ date: onDate("2026-12-28"), metres: 5000, seconds: -1 }] },
      problem("done", "out_of_range", 5000),
    ],
    [
      "an illness of tomorrow",
      { health: { kind: "illness", date: onDate("2026-12-31") } },
      problem("done", "not_yet", onDate("2026-12-31")),
    ],
    [
      "a race of next week",
      { evidence: [{ kind: "race", date: onDate("2027-01-06") }] },
      problem("done", "not_yet", onDate("2027-01-06")),
    ],
  ])("is not %s", (_, done, expected) => {
    expect(told(done)).toEqual(expected);
  });
});

describe("a wish that makes no sense", () => {
  it.each<[string, ChangedWish, ReturnType<typeof problem>]>([
    [
      "a session that the plan does not have",
      { kind: "move", session: "w9d9", to: friday },
      problem("session", "not_in_the_plan", "w9d9"),
    ],
    [
      "yesterday's session moved",
      { kind: "move", session: "w6d2", to: friday },
      problem("session", "past", "w6d2"),
    ],
    [
      "the race moved by hand",
      { kind: "move", session: "w12d7", to: friday },
      problem("session", "the_race", "w12d7"),
    ],
    [
      "a session moved to its own day",
      { kind: "move", session: "w6d5", to: friday },
      problem("date", "no_change", friday),
    ],
    [
      "a session moved into the past",
      { kind: "move", session: "w6d5", to: onDate("2026-12-28") },
      problem("date", "past", onDate("2026-12-28")),
    ],
    [
      "a session moved onto the race",
      { kind: "move", session: "w6d5", to: raceDay },
      problem("date", "the_race", raceDay),
    ],
    [
      "a session moved out of the plan",
      { kind: "move", session: "w6d5", to: afterRace },
      problem("date", "not_in_the_plan", afterRace),
    ],
    [
      "a day swapped with itself",
      { kind: "swap", days: [friday, friday] },
      problem("date", "no_change", friday),
    ],
    [
      "a day swapped with a day of the past",
      { kind: "swap", days: [friday, onDate("2026-12-29")] },
      problem("date", "past", onDate("2026-12-29")),
    ],
    [
      "two days of rest swapped",
      { kind: "swap", days: [onDate("2026-12-31"), onDate("2027-01-04")] },
      problem("date", "nothing_there", onDate("2026-12-31")),
    ],
    ["no day blocked", { kind: "block_days", days: [] }, problem("date", "no_change", null)],
    [
      "race day blocked",
      { kind: "block_days", days: [friday, raceDay] },
      problem("date", "the_race", raceDay),
    ],
    [
      "a pause that ends before it begins",
      { kind: "pause", first: friday, last: wednesday },
      problem("date", "out_of_order", wednesday),
    ],
    [
      "a pause that began last week",
      { kind: "pause", first: onDate("2026-12-24"), last: friday },
      problem("date", "past", onDate("2026-12-24")),
    ],
    [
      "a pause over the race",
      { kind: "pause", first: friday, last: raceDay },
      problem("date", "after_the_race", raceDay),
    ],
    [
      "a pause with the race on its old day",
      { kind: "pause", first: friday, last: onDate("2027-01-05"), raceDate: raceDay },
      problem("date", "no_change", raceDay),
    ],
    [
      "a week that the plan does not have",
      { kind: "repeat_week", week: 13 },
      problem("week", "not_in_the_plan", 13),
    ],
    ["a week that has not begun", { kind: "repeat_week", week: 7 }, problem("week", "not_yet", 7)],
    [
      "the long run where it is",
      { kind: "long_run_day", weekday: "sun" },
      problem("weekday", "no_change", "sun"),
    ],
    ["the long run on no day", longRunOnNoDay, problem("weekday", "out_of_range", "someday")],
    ["a race on no day", { kind: "race_date", date: noDay }, problem("date", "out_of_range", noDay)],
    ["a race in the past", { kind: "race_date", date: wednesday }, problem("date", "past", wednesday)],
    ["a race where it is", { kind: "race_date", date: raceDay }, problem("date", "no_change", raceDay)],
    [
      "a race in another lifetime",
      { kind: "race_date", date: onDate("2099-01-01") },
      problem("date", "out_of_range", onDate("2099-01-01")),
    ],
  ])("is told by field and fault: %s", (_, wish, expected) => {
    expect(ask(wish)).toEqual(expected);
  });

  it("is the race week once more", () => {
    const raceWeek = ask({ kind: "repeat_week", week: 12 }, onDate("2027-02-10"));
    expect(raceWeek).toEqual(problem("week", "the_race", 12));
  });

  it("is a day off after the race, in the plan or not", () => {
    const late = onDate("2027-02-14");
    const early = withRaceOn(onDate("2027-02-12"));
    expect(ask({ kind: "block_days", days: [late] }, wednesday, early)).toEqual(
      problem("date", "after_the_race", late),
    );
  });

  it("is a week once more where none begins before the race", () => {
    const saturday = onDate("2027-02-13");
    expect(ask({ kind: "repeat_week", week: 11 }, saturday)).toEqual(problem("week", "after_the_race", 11));
  });

  it("is not the long run on a day without running: law S5 stands against that", () => {
    const free = asPlan(aPlan());
    const off: Plan = { ...free, request: { ...free.request, unavailable: ["sat"] } };
    expect(ask({ kind: "long_run_day", weekday: "sat" }, wednesday, off)).toBeNull();
  });
});
