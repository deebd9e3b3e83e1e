import { aPlan, onDate, withChange } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { weeksAsRun } from "./as-run.ts";
import type { PlanUnderLaw } from "./measured-plan.ts";
import type { Session } from "./plan.ts";
import type { Done } from "./plan-change.ts";

/** Told on Wednesday of the sixth week: threshold stood on Tuesday, intervals come on Friday. */
const told = (done: Partial<Done>, plan: PlanUnderLaw = aPlan()): PlanUnderLaw =>
  withChange(plan, "2026-12-30", { kind: "adapt" }, done);

const sessionIn = (plan: PlanUnderLaw, id: string): Session | undefined =>
  weeksAsRun(plan)
    .flatMap((week) => week.days)
    .flatMap((day) => day.sessions)
    .find((session) => session.id === id);

const ran = (session: string, metres: number, seconds: number) =>
  ({ session, status: "done", metres, seconds }) as const;

const atChosenB = (plan: PlanUnderLaw): PlanUnderLaw => ({
  ...plan,
  weeks: plan.weeks.map((week) => ({
    ...week,
    days: week.days.map((day) => ({
      ...day,
      sessions: day.sessions.map((session) => ({
        ...session,
        chosen: session.optionB === undefined ? ("a" as const) : ("b" as const),
      })),
    })),
  })),
});

describe("a plan as it was run", () => {
  it("is the plan as long as nobody tells otherwise", () => {
    expect(weeksAsRun(aPlan())).toEqual(aPlan().weeks);
    expect(weeksAsRun(told({}))).toEqual(aPlan().weeks);
  });

  it("stretches every step of a session by the distance and the time that were run", () => {
    const planned = sessionIn(aPlan(), "w6d2");
    const session = sessionIn(told({ sessions: [ran("w6d2", 4500, 1500)] }), "w6d2");
    expect([session?.metres, session?.seconds, session?.chosen]).toEqual([4500, 1500, "a"]);
    expect(session?.steps[0]).toMatchObject({ metres: 2000 * (4500 / (planned?.metres ?? 1)) });
  });

  it("is reckoned from the option that was chosen", () => {
    const session = sessionIn(told({ sessions: [ran("w6d2", 9000, 3000)] }, atChosenB(aPlan())), "w6d2");
    expect(session?.optionB).toBeUndefined();
    expect(session?.chosen).toBe("a");
  });

  it("has no session that was skipped, or of which not a metre was run", () => {
    expect(sessionIn(told({ sessions: [{ session: "w6d2", status: "skipped" }] }), "w6d2")).toBeUndefined();
    expect(sessionIn(told({ sessions: [ran("w6d2", 0, 0)] }), "w6d2")).toBeUndefined();
  });

  it("keeps a session of no length as it is, whatever share that would be", () => {
    const still: PlanUnderLaw = {
      ...aPlan(),
      weeks: aPlan().weeks.map((week) => ({
        ...week,
        days: week.days.map((day) => ({
          ...day,
          sessions: day.sessions.map((one) => ({ ...one, metres: 0, seconds: 0 })),
        })),
      })),
    };
    const session = sessionIn(told({ sessions: [ran("w6d2", 5000, 1800)] }, still), "w6d2");
    expect(session?.steps[0]).toMatchObject({ metres: 2000 });
  });

  it("holds runs that no plan asked for, and their week is as much bigger", () => {
    const more = told({ extra: [{ date: onDate("2026-12-28"), metres: 6000, seconds: 2200 }] });
    const week = weeksAsRun(more)[5];
    expect(week?.days[0]?.sessions).toMatchObject([{ kind: "easy", metres: 6000 }]);
    expect(week?.targetMetres).toBe((aPlan().weeks[5]?.targetMetres ?? 0) + 6000);
  });

  it("leaves the days to come as they are planned", () => {
    const plan = told({ sessions: [ran("w6d5", 1000, 400)] });
    expect(sessionIn(plan, "w6d5")).toEqual(sessionIn(aPlan(), "w6d5"));
  });
});
