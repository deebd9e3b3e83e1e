import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { generatePlan } from "../generate/generate.ts";
import type { PlanWeek, Session } from "../plan/plan.ts";
import { addDays, type CalendarDate, daysBetween } from "../units/calendar-date.ts";
import { breachIdsOf, changed, changing } from "./replan.fixture.ts";
import { sessionsOf, sessionsOn } from "./weeks.ts";

const rulebook = realRulebook();
const made = generatePlan(
  aRequest({
    distance: "marathon",
    raceDate: onDate("2027-04-18"),
    today: onDate("2026-11-23"),
    daysPerWeek: 5,
    unavailable: ["mon"],
    weeklyMetres: 55_000,
    longestMetres: 18_000,
    result: { metres: 21_097.5, seconds: 5900 },
  }),
  rulebook,
);
if (!made.ok) throw new Error(made.error.law);
const plan = made.value;

const startOf = (week: PlanWeek): CalendarDate => week.days[0]?.date ?? plan.raceDate;
const runsOf = (week: PlanWeek | undefined): readonly Session[] =>
  week === undefined ? [] : sessionsOf([week]).map(({ session }) => session);
const longestBeside = (week: PlanWeek): number =>
  Math.max(...runsOf(week).flatMap(({ kind, metres }) => (kind === "long" ? [] : [metres])));

/** Weeks before the peak, lighter ones among them. */
const weeks = plan.weeks.slice(4, 12);

describe.each(weeks.map((week) => [week.week, week] as const))(
  "Thursday to Sunday off in week %i",
  (_, week) => {
    const days = [3, 4, 5, 6].map((index) => addDays(startOf(week), index));
    const { plan: after } = changed(
      changing(plan, onDate("2026-12-10"), { kind: "block_days", days }, rulebook),
    );
    const own = after.weeks.find((one) => startOf(one) === startOf(week));
    const next = after.weeks.find((one) => startOf(one) === addDays(startOf(week), 7));

    it("costs the week its long run, which no easy run takes over", () => {
      expect(runsOf(own).filter(({ kind }) => kind === "long")).toEqual([]);
      for (const { metres } of runsOf(own)) expect(metres).toBeLessThanOrEqual(longestBeside(week));
      expect(breachIdsOf(after)).toEqual([]);
    });

    it("moves nothing hard to the day before the next long run", () => {
      const long = sessionsOf(next === undefined ? [] : [next]).find(
        ({ session }) => session.kind === "long",
      );
      const eve = long === undefined ? [] : sessionsOn(after.weeks, addDays(long.date, -1));
      expect(long === undefined ? 0 : daysBetween(startOf(week), long.date)).toBe(13);
      expect(eve.filter(({ quality }) => quality)).toEqual([]);
    });
  },
);

describe("a long run whose day is closed", () => {
  it("moves where a second run is left to stand beside it, and not near the one before", () => {
    const [week] = weeks.filter(({ kind }) => kind === "build");
    const first = week === undefined ? plan.raceDate : startOf(week);
    const days = [5, 6].map((index) => addDays(first, index));
    const { plan: after } = changed(changing(plan, first, { kind: "block_days", days }, rulebook));
    const long = sessionsOf(after.weeks).find(
      ({ session, date }) => session.kind === "long" && date >= first && date < addDays(first, 7),
    );
    expect(long === undefined ? null : daysBetween(first, long.date)).toBeGreaterThanOrEqual(3);
  });
});
