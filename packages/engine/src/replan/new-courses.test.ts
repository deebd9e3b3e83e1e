import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { generatePlan } from "../generate/generate.ts";
import type { Plan, PlanWeek } from "../plan/plan.ts";
import { addDays, type CalendarDate, weekdayOf } from "../units/calendar-date.ts";
import { breachIdsOf, changed, changing, standardPlan } from "./replan.fixture.ts";
import { daysOf, metresOf, sessionsOf } from "./weeks.ts";

const rulebook = realRulebook();
const plan = standardPlan("half_marathon", 16, onDate("2027-04-18"), rulebook);
const weekAt = (of: Plan, number: number): PlanWeek => {
  const week = of.weeks[number - 1];
  if (week === undefined) throw new Error("There is no such week.");
  return week;
};
const firstOf = (of: Plan, number: number): CalendarDate => weekAt(of, number).days[0]?.date ?? of.raceDate;
const metresFrom = (of: Plan, first: CalendarDate, days: number): number =>
  metresOf(daysOf(of.weeks).filter(({ date }) => date >= first && date < addDays(first, days)));
const qualityFrom = (of: Plan, first: CalendarDate, days: number): number =>
  sessionsOf(of.weeks).filter(
    ({ session, date }) =>
      session.quality && session.kind !== "race" && date >= first && date < addDays(first, days),
  ).length;
const from = firstOf(plan, 6);

const paused = (days: number): Plan =>
  changed(changing(plan, from, { kind: "pause", first: from, last: addDays(from, days - 1) }, rulebook)).plan;

describe("a pause", () => {
  it("of two days changes nothing but these", () => {
    const after = paused(2);
    expect(metresFrom(after, from, 2)).toBe(0);
    const datesOf = ({ days }: PlanWeek): readonly string[] => days.map(({ date }) => date);
    expect(after.weeks.map(datesOf)).toEqual(plan.weeks.map(datesOf));
    expect(metresFrom(after, addDays(from, 7), 70)).toBe(metresFrom(plan, addDays(from, 7), 70));
  });

  it("of four days is followed by easy ones, and gives up a hard session", () => {
    const [after, back] = [paused(4), addDays(from, 4)];
    expect(qualityFrom(after, back, 2)).toBe(0);
    expect(qualityFrom(after, from, 11)).toBeLessThan(qualityFrom(plan, from, 11));
  });

  it.each([
    [10, 0.7, 0.8],
    [17, 0.45, 0.6],
    [30, 0.25, 0.5],
  ])("of %i days begins again with %f to %f of the last completed week", (days, least, most) => {
    const [after, back] = [paused(days), addDays(from, days)];
    const share = metresFrom(after, back, 7) / metresFrom(plan, addDays(from, -7), 7);
    expect(share).toBeGreaterThanOrEqual(least);
    expect(share).toBeLessThanOrEqual(most);
    expect(after.weeks.some(({ kind }) => kind === "return")).toBe(true);
    expect(breachIdsOf(after)).toEqual([]);
  });

  it("of more than two weeks puts a test before any other hard session, or no hard session at all", () => {
    const first = sessionsOf(paused(17).weeks).find(
      ({ session, date }) => session.quality && date >= addDays(from, 17),
    );
    expect(["tune_up_race", "race"]).toContain(first?.session.kind);
  });

  it("of a month begins with a new base, and says an honest word about the race", () => {
    const after = paused(30);
    const back = after.weeks.filter((week) => (week.days[0]?.date ?? from) >= addDays(from, 30));
    expect(back[0]?.phase).toBe("base");
    expect(after.adjustments).toContainEqual({ wish: "break", law: "C2", asked: 31, given: null });
  });
});

describe("another weekday for the long run", () => {
  const { plan: after } = changed(changing(plan, from, { kind: "long_run_day", weekday: "sat" }, rulebook));

  it("moves every long run to come, and none of those that are past", () => {
    const weekdays = (before: boolean): ReadonlySet<string> =>
      new Set(
        sessionsOf(after.weeks)
          .filter(
            ({ session, date }) =>
              session.kind === "long" && date < from === before && date < addDays(plan.raceDate, -7),
          )
          .map(({ date }) => weekdayOf(date)),
      );
    expect([...weekdays(true)]).toEqual(["sun"]);
    expect([...weekdays(false)]).toEqual(["sat"]);
  });

  it("keeps the sessions themselves: only their days are others", () => {
    const what = (of: Plan): readonly string[] =>
      sessionsOf(of.weeks)
        .map(({ session }) => `${session.id} ${session.title} ${String(session.metres)}`)
        .toSorted();
    expect(what(after)).toEqual(what(plan));
  });
});

describe("another race date", () => {
  it.each([14, 7, -7])("%i days away leads to the race on that day, by weeks that keep every law", (days) => {
    const date = addDays(plan.raceDate, days);
    const { plan: after } = changed(changing(plan, from, { kind: "race_date", date }, rulebook));
    expect(after.raceDate).toBe(date);
    expect(daysOf(after.weeks).find((day) => day.date === date)?.sessions[0]?.kind).toBe("race");
    expect(after.weeks).toHaveLength(plan.weeks.length + days / 7);
    expect(breachIdsOf(after)).toEqual([]);
  });

  it("that is past, or the one it has, makes no sense", () => {
    for (const date of [addDays(from, -1), plan.raceDate])
      expect(changing(plan, from, { kind: "race_date", date }, rulebook)).toMatchObject({
        ok: false,
        error: { type: "ChangeProblem", field: "date" },
      });
  });
});

describe("a repeated week", () => {
  it("stands in place of the next, with sessions of its own, and the race where it was", () => {
    const { plan: after } = changed(changing(plan, from, { kind: "repeat_week", week: 5 }, rulebook));
    const what = ({ days }: PlanWeek): readonly string[] =>
      days.flatMap((day) => day.sessions.map(({ title, metres }) => `${title} ${String(metres)}`));
    expect(what(weekAt(after, 6))).toEqual(what(weekAt(plan, 5)));
    const ids = new Set(sessionsOf([weekAt(plan, 5)]).map(({ session }) => session.id));
    for (const { session } of sessionsOf([weekAt(after, 6)])) expect(ids.has(session.id)).toBe(false);
    expect(after.raceDate).toBe(plan.raceDate);
    expect(after.weeks).toHaveLength(plan.weeks.length);
    expect(breachIdsOf(after)).toEqual([]);
  });

  it("is the reason that is told for what it costs: no training was lost", () => {
    const { plan: after } = changed(changing(plan, from, { kind: "repeat_week", week: 5 }, rulebook));
    const reasons = after.certificate.laws.map(({ why }) => why);
    expect(reasons).toContain("a week once more was wished for in place of another");
    expect(reasons).not.toContain("lost training is not made up for");
  });

  it("runs the week that begins today twice: as it stands, and then again", () => {
    const sizes = (week: PlanWeek | undefined): readonly (readonly number[])[] =>
      (week?.days ?? []).map(({ sessions }) => sessions.map(({ metres }) => metres));
    const { plan: after } = changed(
      changing(plan, firstOf(plan, 5), { kind: "repeat_week", week: 5 }, rulebook),
    );
    const idsIn = (week: PlanWeek | undefined): readonly string[] =>
      (week?.days ?? []).flatMap(({ sessions }) => sessions.map(({ id }) => id));
    expect(idsIn(after.weeks[4])).toEqual(idsIn(plan.weeks[4]));
    expect(sizes(after.weeks[5])).toEqual(sizes(plan.weeks[4]));
    expect(breachIdsOf(after)).toEqual([]);
  });

  it("moves everything by a week where the race does", () => {
    const raceDate = addDays(plan.raceDate, 7);
    const answer = changing(plan, from, { kind: "repeat_week", week: 5, raceDate }, rulebook);
    const { plan: after } = changed(answer);
    expect(after.weeks).toHaveLength(plan.weeks.length + 1);
    expect(breachIdsOf(after)).toEqual([]);
  });
});

describe("a week repeated in place of race week", () => {
  const last = plan.weeks.length;

  it("leaves no week to build: refused by the horizon, with its weeks, and a race a week later instead", () => {
    const answer = changing(plan, firstOf(plan, last), { kind: "repeat_week", week: last - 1 }, rulebook);
    if (answer.ok || answer.error.type !== "ChangeRefusal") throw new Error("It was not refused.");
    const { nearest, ...refusal } = answer.error;
    expect(refusal).toEqual({
      type: "ChangeRefusal",
      law: "horizon",
      measured: 0,
      limit: rulebook.horizon.weeksMin,
      quantity: "weeks",
      why: null,
    });
    expect(nearest?.wish).toMatchObject({ kind: "repeat_week", raceDate: addDays(plan.raceDate, 7) });
    expect(breachIdsOf(nearest?.plan ?? plan)).toEqual([]);
  });

  it("is refused the same way where the wish names a race day of its own that is just as close", () => {
    const raceDate = addDays(plan.raceDate, -1);
    const wish = { kind: "repeat_week", week: last - 1, raceDate } as const;
    const answer = changing(plan, firstOf(plan, last), wish, rulebook);
    expect(answer).toMatchObject({ ok: false, error: { law: "horizon", measured: 0 } });
  });
});

describe("a race day that comes too soon", () => {
  const marathon = standardPlan("marathon", 18, onDate("2027-04-18"), rulebook);
  const second = firstOf(marathon, 2);
  const restDay = daysOf(marathon.weeks).find(
    ({ date, sessions }) => date >= second && sessions.length === 0,
  );
  if (restDay === undefined) throw new Error("There is no rest day.");
  const blocked = changed(
    changing(marathon, second, { kind: "block_days", days: [restDay.date] }, rulebook),
  ).plan;

  it.each([3, 10, 13, 20])("is refused %i days ahead of a marathon, with a day that works", (days) => {
    for (const before of [marathon, blocked]) {
      const wish = { kind: "race_date", date: addDays(second, days) } as const;
      const answer = changing(before, second, wish, rulebook);
      if (answer.ok || answer.error.type !== "ChangeRefusal") throw new Error("It was not refused.");
      expect(answer.error.nearest?.wish.kind).toBe("race_date");
      expect(breachIdsOf(answer.error.nearest?.plan ?? before)).toEqual([]);
    }
  });
});

describe("a race further away than a plan leads", () => {
  it.each([25, 52, 71])(
    "is refused %i weeks ahead with the longest plan, and the last such race",
    (weeks) => {
      const start = firstOf(plan, 3);
      const { weeksMax } = rulebook.horizon;
      const wish = { kind: "race_date", date: addDays(start, 7 * weeks - 1) } as const;
      const answer = changing(plan, start, wish, rulebook);
      if (answer.ok || answer.error.type !== "ChangeRefusal") throw new Error("It was not refused.");
      const { nearest, ...refusal } = answer.error;
      expect(refusal).toMatchObject({ law: "horizon", measured: weeks, limit: weeksMax, quantity: "weeks" });
      expect(nearest?.wish).toEqual({ kind: "race_date", date: addDays(start, 7 * weeksMax - 1) });
      expect(breachIdsOf(nearest?.plan ?? plan)).toEqual([]);
    },
  );
});

describe("a marathon brought forward to within days", () => {
  it.each([
    [5, "2026-12-12"],
    [3, "2026-12-27"],
  ] as const)("on %i days a week to %s is answered, not broken off", (daysPerWeek, date) => {
    const made = generatePlan(aRequest({ daysPerWeek }), rulebook);
    if (!made.ok) throw new Error(`refused for ${made.error.law}`);
    const wish = { kind: "race_date", date: onDate(date) } as const;
    const answer = changing(made.value, onDate("2026-12-10"), wish, rulebook);
    if (answer.ok) expect(breachIdsOf(answer.value.plan)).toEqual([]);
    else if (answer.error.type === "ChangeProblem") throw new Error(answer.error.problem);
    else expect(breachIdsOf(answer.error.nearest?.plan ?? made.value)).toEqual([]);
  });
});
