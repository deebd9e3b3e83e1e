import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import { generatePlan } from "../generate/generate.ts";
import type { ChangedWish } from "../plan/plan-change.ts";
import { addDays, type CalendarDate } from "../units/calendar-date.ts";
import { breachIdsOf, changing } from "./replan.fixture.ts";

const rulebook = realRulebook();
const made = generatePlan(aRequest({ unavailable: ["mon"], raceDate: onDate("2027-04-18") }), rulebook);
if (!made.ok) throw new Error(made.error.law);
const plan = made.value;
const from = plan.weeks[5]?.days[0]?.date ?? plan.raceDate;

describe("a long run on a weekday that was wished off", () => {
  it("is refused by law S5, with the nearest free weekday that works", () => {
    const answer = changing(plan, from, { kind: "long_run_day", weekday: "mon" }, rulebook);
    if (answer.ok || answer.error.type === "ChangeProblem") throw new Error("It was not refused.");
    expect(answer.error).toMatchObject({ law: "S5", nearest: { wish: { kind: "long_run_day" } } });
    const { nearest } = answer.error;
    expect(nearest?.wish).not.toMatchObject({ weekday: "mon" });
    expect(nearest === null ? ["none"] : breachIdsOf(nearest.plan)).toEqual([]);
  });
});

describe("a change that begins before the plan was made", () => {
  const { today } = plan.request;
  const eve = addDays(today, -1);
  const wish = { kind: "block_days", days: [addDays(from, 1)] } as const;

  it("by one day, as for a runner who flew west, begins with the plan", () => {
    expect(changing(plan, eve, wish, rulebook)).toEqual(changing(plan, today, wish, rulebook));
    const pause = (first: CalendarDate): ChangedWish => ({ kind: "pause", first, last: addDays(today, 4) });
    const paused = changing(plan, eve, pause(eve), rulebook);
    expect(paused.ok).toBe(true);
    expect(paused).toEqual(changing(plan, today, pause(today), rulebook));
  });

  it("is told the first day on which one may begin", () => {
    expect(changing(plan, addDays(today, -2), wish, rulebook)).toMatchObject({
      ok: false,
      error: { type: "ChangeProblem", field: "from", problem: "before_the_plan", value: today },
    });
    expect(changing(plan, today, wish, rulebook)).not.toMatchObject({ error: { type: "ChangeProblem" } });
  });
});
