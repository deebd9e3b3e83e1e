import { onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { standardPlan } from "../replan/replan.fixture.ts";
import { comparePlans } from "./compare-plans.ts";
import type { Plan, PlanDay, Session } from "./plan.ts";

const plan = standardPlan("10k", 8, onDate("2027-02-14"), realRulebook());

const withDays = (change: (day: PlanDay) => PlanDay): Plan => ({
  ...plan,
  weeks: plan.weeks.map((week) => ({ ...week, days: week.days.map(change) })),
});
const withSessions = (change: (session: Session) => readonly Session[]): Plan =>
  withDays((day) => ({ ...day, sessions: day.sessions.flatMap(change) }));

const [first] = plan.weeks.flatMap(({ days }) => days).filter(({ sessions }) => sessions.length > 0);
const session = first?.sessions[0];
if (first === undefined || session === undefined) throw new Error("The plan holds no session.");
const { id, metres, title } = session;
const told = { sessionId: id, title, fromDate: first.date, toDate: first.date, metresBefore: metres };

describe("two plans compared", () => {
  it("are equal whatever was said about why a session is there", () => {
    const explained = withSessions((one) => [{ ...one, why: [] }]);
    expect(comparePlans(plan, explained)).toEqual({ sessions: [], weeks: [] });
  });

  it("differ by a session that became longer, and by its week", () => {
    const longer = withSessions((one) => [one.id === id ? { ...one, metres: metres + 1000 } : one]);
    const { sessions, weeks } = comparePlans(plan, longer);
    expect(sessions).toEqual([{ fate: "changed", ...told, metresAfter: metres + 1000 }]);
    expect(weeks).toHaveLength(1);
    const [week] = weeks;
    expect([week?.week, (week?.metresAfter ?? 0) - (week?.metresBefore ?? 0)]).toEqual([1, 1000]);
  });

  it("differ by a session that is only in one of them", () => {
    const without = withSessions((one) => (one.id === id ? [] : [one]));
    expect(comparePlans(plan, without).sessions).toEqual([
      { fate: "dropped", ...told, toDate: null, metresAfter: null },
    ]);
    expect(comparePlans(without, plan).sessions).toEqual([
      { fate: "added", ...told, fromDate: null, metresBefore: null, metresAfter: metres },
    ]);
  });

  it("differ by the day of a session, and by which option of it is chosen", () => {
    const later = withDays((day) => ({ ...day, sessions: [] }));
    const moved: Plan = {
      ...later,
      weeks: later.weeks.map((week, i) => ({
        ...week,
        days: week.days.map((day, j) => ({
          ...day,
          sessions: plan.weeks[i]?.days[(j + 6) % 7]?.sessions ?? [],
        })),
      })),
    };
    expect(comparePlans(plan, moved).sessions.map(({ fate }) => fate)).not.toContain("changed");
    expect(comparePlans(plan, moved).sessions.find(({ sessionId }) => sessionId === id)?.fate).toBe("moved");
    const other = withSessions((one) => [one.id === id ? { ...one, chosen: "b" } : one]);
    expect(comparePlans(plan, other).sessions[0]?.fate).toBe("changed");
  });
});
