import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import { breachesOf, certify } from "../checks/certify.ts";
import { withChoices } from "../plan/choices.ts";
import type { Plan } from "../plan/plan.ts";
import type { ChangedWish } from "../plan/plan-change.ts";
import { replan } from "../replan/replan.ts";
import type { CalendarDate } from "../units/calendar-date.ts";
import { generatePlan } from "./generate.ts";

const rulebook = realRulebook();

function planOf(wish: Partial<PlanRequest>): Plan {
  const made = generatePlan(aRequest({ result: null, dayLimits: {}, ...wish }), rulebook);
  if (!made.ok) throw new Error(`refused for ${made.error.law} (${made.error.field})`);
  return made.value;
}

function changedBy(plan: Plan, from: CalendarDate, wish: ChangedWish): Plan {
  const changed = replan(plan, from, null, wish, rulebook);
  if (!changed.ok) throw new Error(JSON.stringify({ ...changed.error, nearest: null }));
  return changed.value.plan;
}

/** What a runner breaks who runs every session as option B. */
const broken = (plan: Plan): readonly (string | undefined)[] =>
  breachesOf(
    certify(
      withChoices(plan, () => "b"),
      rulebook,
    ),
  ).map(({ id, why }) => `${id} ${why ?? ""}`);

describe("option B of every session", () => {
  it("leaves the peak long run as long as the tier asks, where it is no metre longer", () => {
    const plan = planOf({
      distance: "half_marathon",
      raceDate: onDate("2028-07-18"),
      today: onDate("2028-04-16"),
      weeklyMetres: 16_578,
      longestMetres: 6420,
      daysPerWeek: 3,
      unavailable: ["wed", "fri"],
      longRunDay: "sat",
      dayLimits: { sun: 6600 },
      weekStart: "sat",
      age: 47,
      tier: "high",
      units: "mi",
    });
    expect(broken(plan)).toEqual([]);
  });

  it("keeps the laws after the long run has moved to another day", () => {
    const plan = planOf({
      distance: "5k",
      raceDate: onDate("2027-04-23"),
      today: onDate("2026-12-16"),
      weekStart: "sun",
      daysPerWeek: 5,
      longRunDay: "thu",
      weeklyMetres: 33_255,
      longestMetres: 12_891,
      units: "mi",
    });
    const sunday = changedBy(plan, onDate("2027-02-15"), { kind: "long_run_day", weekday: "sun" });
    expect(broken(sunday)).toEqual([]);
  });

  it("keeps the laws after days have been blocked", () => {
    const plan = planOf({
      distance: "5k",
      raceDate: onDate("2026-11-28"),
      today: onDate("2026-10-13"),
      weekStart: "wed",
      daysPerWeek: 6,
      longRunDay: "thu",
      dayLimits: { sat: 2520 },
      weeklyMetres: 126_263,
      longestMetres: 62_340,
    });
    const days = [onDate("2026-10-19"), onDate("2026-10-29")];
    expect(broken(changedBy(plan, onDate("2026-10-19"), { kind: "block_days", days }))).toEqual([]);
  });
});
