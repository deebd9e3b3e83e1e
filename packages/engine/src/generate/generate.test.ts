import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import { breachesOf } from "../checks/certify.ts";
import type { Plan } from "../plan/plan.ts";
import { addDays } from "../units/calendar-date.ts";
import { type Weekday, WEEKDAYS } from "../units/weekday.ts";
import { generatePlan } from "./generate.ts";
import type { Refusal } from "./refusal.ts";

const rulebook = realRulebook();

function planOf(wish: Partial<PlanRequest>): Plan {
  const made = generatePlan(aRequest(wish), rulebook);
  if (!made.ok) throw new Error(`refused for ${made.error.law} (${made.error.field})`);
  return made.value;
}

function refusalOf(wish: Partial<PlanRequest>): Refusal {
  const made = generatePlan(aRequest(wish), rulebook);
  if (made.ok) throw new Error("This wish was kept.");
  return made.error;
}

/** The nearest plan of a refusal, which must be as clean as any. */
function nearestTo(refusal: Refusal): NonNullable<Refusal["nearest"]> {
  expect(refusal.nearest).not.toBeNull();
  if (refusal.nearest === null) throw new Error("There is no nearest plan.");
  expect(breachesOf(refusal.nearest.plan.certificate)).toEqual([]);
  expect(refusal.nearest.plan.request).toEqual(refusal.nearest.request);
  return refusal.nearest;
}

const inFourWeeks = onDate("2026-12-20");

describe("a wish that can be kept", () => {
  it("becomes a clean plan with the goal race on its day", () => {
    const plan = planOf({ unavailable: ["mon"] });
    expect(breachesOf(plan.certificate)).toEqual([]);
    expect(plan.weeks).toHaveLength(21);
    const last = plan.weeks
      .at(-1)
      ?.days.flatMap((day) => day.sessions)
      .at(-1);
    expect(last).toMatchObject({ kind: "race", metres: 42_195 });
    expect(plan.weeks.flatMap((week) => week.days[0]?.sessions ?? [])).toEqual([]);
  });

  it("puts a race on a Monday, and a race on a Wednesday, where they are", () => {
    for (const [raceDate, day] of [
      [onDate("2027-04-12"), 0],
      [onDate("2027-04-14"), 2],
    ] as const) {
      const plan = planOf({ raceDate });
      const week = plan.weeks.at(-1)?.days.map((one) => one.sessions.map((session) => session.kind));
      expect(week?.[day]).toEqual(["race"]);
      expect(week?.slice(day + 1).flat()).toEqual([]);
    }
  });

  it("is kept with a slow runner, a fast one, and one of whom nothing is known", () => {
    expect(planOf({ result: { metres: 10_000, seconds: 4500 } }).tier).toBe("mid");
    expect(planOf({ weeklyMetres: 140_000, longestMetres: 32_000, daysPerWeek: 7 }).tier).toBe("elite");
    expect(planOf({ weeklyMetres: null, longestMetres: null, result: null }).paces).toBeNull();
  });
});

describe("a wish at the edge of what the laws allow", () => {
  const tenK = { distance: "10k", dayLimits: {} } as const;
  const builder = { weeklyMetres: null, longestMetres: null, tier: "builder" } as const;

  it("is kept when the first long run must take every metre that law E2 gives", () => {
    const plan = planOf({
      ...tenK,
      raceDate: onDate("2026-12-16"),
      weeklyMetres: 16_000,
      longestMetres: 4000,
      tier: "low",
      daysPerWeek: 4,
      longRunDay: "sat",
      result: { metres: 42_195, seconds: 20_055 },
    });
    const longRuns = plan.weeks.flatMap((week) =>
      week.days.flatMap((day) => day.sessions.filter((session) => session.kind === "long")),
    );
    expect(longRuns.slice(0, 2).map((session) => session.metres)).toEqual([7000, 10_000]);
  });

  it("is kept in four weeks for a builder of whom nothing is known", () => {
    planOf({
      ...tenK,
      ...builder,
      raceDate: onDate("2026-12-21"),
      weekStart: "sun",
      daysPerWeek: 3,
      longRunDay: "wed",
      result: { metres: 10_000, seconds: 2552 },
    });
  });

  it("is kept for who runs so fast and so little that only three strides fit into a run", () => {
    planOf({
      ...builder,
      distance: "5k",
      raceDate: onDate("2026-12-28"),
      daysPerWeek: 4,
      unavailable: ["thu", "sat", "sun"],
      longRunDay: "tue",
      result: { metres: 21_097.5, seconds: 3657 },
    });
  });

  it("is kept on three days with a race on a Wednesday, most of whose runs fall into race week", () => {
    planOf({
      ...tenK,
      raceDate: onDate("2026-12-30"),
      weekStart: "sun",
      weeklyMetres: 33_000,
      longestMetres: 10_000,
      daysPerWeek: 3,
      unavailable: ["wed", "sun"],
      longRunDay: "tue",
      result: { metres: 21_097.5, seconds: 8996 },
    });
  });
});

describe("a marathon in four weeks from 15 km a week", () => {
  const refusal = refusalOf({ raceDate: inFourWeeks, weeklyMetres: 15_000, longestMetres: 6000 });

  it("is refused for its weeks, with how many it would take", () => {
    expect(refusal).toMatchObject({ law: "horizon", field: "raceDate", measured: 4, limit: 8 });
  });

  it("comes back as a shorter race on that day, in a plan that is clean itself", () => {
    const { request, plan } = nearestTo(refusal);
    expect(request.raceDate).toBe(inFourWeeks);
    expect(["5k", "10k", "half_marathon"]).toContain(plan.distance);
  });
});

describe("three run days with five days blocked", () => {
  const refusal = refusalOf({ daysPerWeek: 3, unavailable: ["mon", "tue", "wed", "thu", "fri"] });

  it("is refused for the two days that are left", () => {
    expect(refusal).toMatchObject({ law: "S5", field: "unavailable", measured: 2, limit: 3 });
  });

  it("comes back with one more free day, the same race and the same long-run day", () => {
    const { request } = nearestTo(refusal);
    expect(request.unavailable).toHaveLength(4);
    expect(request).toMatchObject({ distance: "marathon", raceDate: "2027-04-18", longRunDay: "sun" });
  });
});

describe("more run days than free days", () => {
  const refusal = refusalOf({ daysPerWeek: 6, unavailable: ["mon", "wed", "fri"] });

  it("is refused, and comes back with as many days as are free", () => {
    expect(refusal).toMatchObject({ law: "S5", field: "daysPerWeek", measured: 6, limit: 4 });
    expect(nearestTo(refusal).request).toMatchObject({ daysPerWeek: 4, unavailable: ["mon", "wed", "fri"] });
  });
});

describe("a long-run day too short for 24 km", () => {
  const oneHour = Object.fromEntries(WEEKDAYS.map((day) => [day, 3600]));
  const refusal = refusalOf({ dayLimits: oneHour });

  it("is refused for the distance that an hour holds", () => {
    expect(refusal).toMatchObject({ law: "L1", field: "dayLimits", limit: 24_000 });
    expect(refusal.measured).toBeLessThan(15_000);
  });

  it("comes back as a plan that keeps the day, or frees it", () => {
    nearestTo(refusal);
  });
});

describe("who runs below the entry of the race", () => {
  it("gets a base block first when there is time for one", () => {
    const plan = planOf({ weeklyMetres: 17_000, longestMetres: 8000, daysPerWeek: 4 });
    expect(plan.adjustments.map(({ wish }) => wish)).toContain("base_block");
    expect(plan.weeks.slice(0, 2).map((week) => week.phase)).toEqual(["base", "base"]);
  });

  it("is refused when there is none, and told the entry", () => {
    const refusal = refusalOf({ raceDate: onDate("2027-01-17"), weeklyMetres: 15_000, longestMetres: 6000 });
    expect(refusal).toMatchObject({ law: "E1", field: "weeklyMetres", measured: 15_000, limit: 21_000 });
    nearestTo(refusal);
  });
});

describe("a race before the next week start", () => {
  it("is refused for its weeks, and offered later", () => {
    const refusal = refusalOf({
      distance: "5k",
      today: onDate("2026-11-24"),
      raceDate: onDate("2026-11-28"),
    });
    expect(refusal).toMatchObject({ law: "horizon", field: "raceDate", limit: rulebook.horizon.weeksMin });
    expect(nearestTo(refusal).request.raceDate > "2026-11-28").toBe(true);
  });

  it("of the marathon takes as many weeks as a marathon does, not as any plan", () => {
    const refusal = refusalOf({ raceDate: onDate("2026-11-28"), longestMetres: 12_000 });
    expect(refusal).toMatchObject({ law: "horizon", field: "raceDate", limit: 8 });
  });
});

describe("a base block that the weeks have no room for", () => {
  it("is refused with what the runner runs now, not with what the block would lead to", () => {
    const refusal = refusalOf({
      raceDate: onDate("2027-03-14"),
      weeklyMetres: 8000,
      longestMetres: 5000,
      daysPerWeek: 4,
      unavailable: [],
    });
    expect(refusal).toMatchObject({ law: "E1", measured: 8000, limit: 21_000, quantity: "distance" });
  });
});

describe("days off and a race in the middle of the week", () => {
  /** Every choice of days that leaves as many as there are run days. */
  const daysOff = (runDays: number): readonly (readonly Weekday[])[] =>
    Array.from({ length: 128 }, (_, mask) => WEEKDAYS.filter((_day, i) => (mask & (1 << i)) !== 0)).filter(
      (off) => off.length === 7 - runDays,
    );

  it.each(["5k", "marathon"] as const)(
    "never end a %s runner's wish in nothing",
    { timeout: 60_000 },
    (distance) => {
      for (const unavailable of daysOff(3))
        for (let day = 0; day < 7; day += 1) {
          const made = generatePlan(
            aRequest({
              distance,
              unavailable,
              daysPerWeek: 3,
              raceDate: addDays(onDate("2027-03-15"), day),
              weeklyMetres: 40_000,
              longestMetres: 14_000,
            }),
            rulebook,
          );
          if (!made.ok) nearestTo(made.error);
        }
    },
  );
});

describe("a marathon sooner than one can train for it", () => {
  const soon = {
    distance: "marathon",
    raceDate: onDate("2026-12-20"),
    daysPerWeek: 5,
    unavailable: [],
  } as const;

  it("takes who runs long anyway to the finish, with nothing new and nothing hard, and says so", () => {
    const plan = planOf({ ...soon, weeklyMetres: 60_000, longestMetres: 28_000 });
    const sessions = plan.weeks.flatMap((week) => week.days).flatMap((day) => day.sessions);
    expect(sessions.filter(({ quality, kind }) => quality && kind !== "race")).toEqual([]);
    expect(plan.adjustments.map(({ wish }) => wish)).toContain("finish");
  });

  it("is refused to everybody else, with a shorter race", () => {
    const refusal = refusalOf({ ...soon, weeklyMetres: 60_000, longestMetres: 18_000 });
    expect(refusal).toMatchObject({
      law: "horizon",
      field: "longestMetres",
      measured: 18_000,
      limit: 20_000,
      quantity: "distance",
    });
    expect(nearestTo(refusal).request.distance).not.toBe("marathon");
  });
});

describe("a longest run below that of one's tier", () => {
  it("is told with its reason, in the plan and in its certificate", () => {
    const plan = planOf({
      distance: "marathon",
      raceDate: onDate("2027-01-30"),
      daysPerWeek: 3,
      unavailable: ["wed"],
      weeklyMetres: 127_700,
      longestMetres: 17_000,
    });
    const told = plan.adjustments.find(({ wish }) => wish === "long_run");
    expect(told?.asked).toBe(32_000);
    expect(plan.certificate.laws.find(({ id }) => id === "L1")?.why).toBeDefined();
  });
});
