import { aRequest, onDate, realRulebook } from "@strideiq/testing";
import { describe, expect, it } from "vitest";
import type { PlanRequest } from "../athlete/request.ts";
import type { Plan } from "../plan/plan.ts";
import { breachIdsOf, changed, changing } from "../replan/replan.fixture.ts";
import { sessionsOf } from "../replan/weeks.ts";
import { generatePlan } from "./generate.ts";

const rulebook = realRulebook();
const hardIn = ({ weeks }: Plan): readonly string[] =>
  sessionsOf(weeks)
    .filter(({ session: { kind, quality } }) => kind !== "race" && (quality || kind === "strides"))
    .map(({ session }) => session.id);

function planFor(wish: Partial<PlanRequest>): Plan {
  const made = generatePlan(aRequest({ unavailable: [], ...wish }), rulebook);
  if (!made.ok) throw new Error(`refused for ${made.error.law}`);
  return made.value;
}

describe("a wish for walking and easy running only", () => {
  it.each([
    { distance: "marathon", raceDate: onDate("2027-04-18") },
    { distance: "half_marathon", raceDate: onDate("2027-02-28") },
    { distance: "10k", raceDate: onDate("2027-01-31") },
    { distance: "5k", tier: "builder", weeklyMetres: null, longestMetres: null, result: null },
  ] as const)("becomes a clean plan for %o without one hard session", (wish) => {
    expect(hardIn(planFor(wish)).length).toBeGreaterThan(0);
    const gentle = planFor({ ...wish, easyOnly: true });
    expect(hardIn(gentle)).toEqual([]);
    expect(breachIdsOf(gentle)).toEqual([]);
    expect(gentle.request.easyOnly).toBe(true);
    const { today } = gentle.request;
    expect(gentle.changes).toMatchObject([
      { from: today, wish: { kind: "adapt" }, done: { health: { kind: "caution", date: today } } },
    ]);
    expect(gentle.adjustments).toContainEqual({ wish: "health", law: "C5", asked: "caution", given: null });
  });

  it("gives the hard sessions when they are taken up, and not before", () => {
    const gentle = planFor({ raceDate: onDate("2027-04-18"), easyOnly: true });
    const later = onDate("2026-12-21");
    const days = [onDate("2026-12-24")];
    const busy = changed(changing(gentle, onDate("2026-12-14"), { kind: "block_days", days }, rulebook)).plan;
    expect(hardIn(busy)).toEqual([]);
    const well = changed(changing(busy, later, { kind: "resume" }, rulebook)).plan;
    expect(hardIn(well).length).toBeGreaterThan(10);
    expect(well.adjustments.some(({ law }) => law === "C5")).toBe(false);
  });

  it("offers no hard plan where it is refused either", () => {
    const hopeless = {
      raceDate: onDate("2026-12-20"),
      weeklyMetres: 15_000,
      longestMetres: 6000,
      result: null,
    };
    const refused = generatePlan(aRequest({ ...hopeless, easyOnly: true }), rulebook);
    if (refused.ok || refused.error.nearest === null) throw new Error("no nearest plan");
    const { request, plan } = refused.error.nearest;
    expect(request.easyOnly).toBe(true);
    expect(plan.request).toEqual(request);
    expect(hardIn(plan)).toEqual([]);
  });
});
